import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntityManager, Like, type Repository } from 'typeorm';
import { parse } from 'yaml';
import { projectRoot } from '../platform/config/project-root.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type HolidayRow, readHolidays } from './holiday-list.js';
import { Holiday } from './meeting.entity.js';

/** A timetable is looked for within two years; see `planTimetable`. */
const YEARS = 3;

/** The days on which nobody meets. */
@Injectable()
export class HolidaysService {
  constructor(
    @InjectRepository(Holiday) private readonly holidays: Repository<Holiday>,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * The holidays that a cohort starting on this day could meet with. A year of which nothing is known yet is first
   * filled with the list that the product brings; what stands in the table is the office's and stays.
   */
  async from(startsOn: string): Promise<Holiday[]> {
    const first = Number(startsOn.slice(0, 4));
    const years = Array.from({ length: YEARS }, (_, index) => first + index);
    const known = await this.ofYears(years);
    const unknown = years.filter((year) => !known.some(({ date }) => date.startsWith(`${year}-`)));
    const brought = (await Promise.all(unknown.map(broughtFor))).flat();
    if (brought.length === 0) return known;
    await this.units.inTransaction((manager) => addMissing(manager, brought));
    return await this.ofYears(years);
  }

  private ofYears(years: readonly number[]): Promise<Holiday[]> {
    return this.holidays.find({
      where: years.map((year) => ({ date: Like(`${year}-%`) })),
      order: { date: 'ASC' },
    });
  }
}

/** The list of a year in `content/holidays`; empty where the product brings none. */
async function broughtFor(year: number): Promise<HolidayRow[]> {
  const file = join(projectRoot, 'content', 'holidays', `${year}.yaml`);
  return existsSync(file) ? readHolidays(parse(await readFile(file, 'utf8'), { schema: 'core' })) : [];
}

/** Two people may open the first cohort of a year at once: what one has added, the other leaves. */
async function addMissing(manager: EntityManager, rows: readonly Omit<Holiday, 'id'>[]): Promise<void> {
  const known = new Set((await manager.find(Holiday, { select: { date: true } })).map(({ date }) => date));
  await manager.insert(
    Holiday,
    rows.filter(({ date }) => !known.has(date)),
  );
}
