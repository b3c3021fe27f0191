import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { insertOnce } from '../platform/database/insert-once.js';
import { locked } from '../platform/database/row-lock.js';
import { NumberSeries } from './certificate.entity.js';

/** The numbers of each cohort, and the turn that decisions about its certificates take on the same row. */
@Injectable()
export class NumberSeriesService {
  constructor(@InjectRepository(NumberSeries) private readonly series: Repository<NumberSeries>) {}

  /** The serial that comes next, as things stand; to draw it, it is looked at again in the cohort's turn. */
  async next(cohortId: number): Promise<number> {
    return (await this.series.findOneBy({ cohortId }))?.next ?? 1;
  }

  /**
   * Takes the cohort's turn: until this unit ends nobody else proposes, confirms, undoes or draws a number in the
   * cohort. Called before anything is read that the decision rests on. @returns the serial that comes next.
   */
  async turn(manager: EntityManager, cohortId: number): Promise<number> {
    await insertOnce(manager, NumberSeries, { cohortId, next: 1, turns: 0 });
    const { next } = await manager.findOneOrFail(NumberSeries, { where: { cohortId }, ...locked(manager) });
    await manager.increment(NumberSeries, { cohortId }, 'turns', 1);
    return next;
  }

  /** Draws the serial that `turn` told in the same unit: with the certificate, or not at all. */
  async draw(manager: EntityManager, cohortId: number): Promise<void> {
    await manager.increment(NumberSeries, { cohortId }, 'next', 1);
  }
}
