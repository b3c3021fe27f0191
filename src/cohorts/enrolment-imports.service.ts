import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type EnrolmentList, readEnrolmentCsv } from './enrolment-csv.js';
import { type ImportPlan, planImport } from './enrolment-import-plan.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentWriterService } from './enrolment-writer.service.js';
import { KnownFactsService } from './known-facts.service.js';

/** Brings a list of students into a cohort. */
@Injectable()
export class EnrolmentImportsService {
  constructor(
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    private readonly facts: KnownFactsService,
    private readonly writer: EnrolmentWriterService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What the list would do, without doing it. */
  async preview(cohortId: number, csv: string): Promise<ImportPlan> {
    const list = readEnrolmentCsv(csv);
    const known = await this.facts.read(this.enrolments.manager, cohortId, list.rows);
    return together(list, planImport(list.rows, known));
  }

  /**
   * Does what the list says, all of it or, where anything in it is wrong, nothing. The same list again changes
   * nothing more.
   */
  async import(cohortId: number, csv: string): Promise<ImportPlan> {
    const list = readEnrolmentCsv(csv);
    const now = this.clock.now();
    return await this.units.inTransaction(async (manager) => {
      const known = await this.facts.read(manager, cohortId, list.rows);
      const plan = together(list, planImport(list.rows, known));
      if (plan.problems.length === 0) await this.writer.write(manager, { cohortId, now }, plan.rows, known);
      return plan;
    });
  }
}

const together = (list: EnrolmentList, plan: ImportPlan): ImportPlan => ({
  rows: plan.rows,
  problems: [...list.problems, ...plan.problems].toSorted((a, b) => a.line - b.line),
});
