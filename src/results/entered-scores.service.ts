import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { EnteredScore } from './entered-score.entity.js';
import { readScoreSheet, type SheetProblem } from './score-sheet.js';

export interface ScoreRow {
  enrolmentId: number;
  name: string;
  nim: string | null;
  score: number | null;
  source: string | null;
}

export interface ScoreTable {
  cohort: Cohort;
  component: { key: string; name: string };
  rows: ScoreRow[];
}

/** Scores of components that have no activities, for a whole cohort. */
@Injectable()
export class EnteredScoresService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    private readonly teaching: TeachingService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The table of one component; the first one where `key` is ''. @throws Missing */
  async table(actor: Actor, cohortId: number, key: string): Promise<ScoreTable> {
    const cohort = await this.cohorts.findOneBy({ id: cohortId });
    const { cohortIds } = await this.teaching.scopeOf(actor);
    if (!cohort || (cohortIds && !cohortIds.includes(cohortId))) throw new Missing('cohort');
    const { components } = cohort.rules;
    const component = key ? components.find((each) => each.key === key) : components[0];
    if (!component) throw new Missing('component');
    return { cohort, component, rows: await this.rowsOf(cohortId, component.key) };
  }

  /** Keeps a whole sheet, or nothing of it and tells every problem by line. Keeping the same again changes nothing. */
  async importSheet(
    actor: Actor,
    { component, rows }: ScoreTable,
    sheet: string,
    source: string,
  ): Promise<{ kept: number; problems: SheetProblem[] }> {
    const byNim = new Map(rows.flatMap((row) => (row.nim ? [[row.nim, row] as const] : [])));
    const read = readScoreSheet(sheet, new Set(byNim.keys()));
    if (read.problems.length > 0) return { kept: 0, problems: read.problems };
    const scores = read.rows.map(({ nim, score }) => ({
      enrolmentId: byNim.get(nim)?.enrolmentId ?? 0,
      score,
    }));
    await this.keep(actor, component.key, scores, source);
    return { kept: scores.length, problems: [] };
  }

  /** Writes scores with their source; who asks and when stands with each. */
  async keep(
    actor: Pick<Actor, 'personId'>,
    component: string,
    scores: readonly { enrolmentId: number; score: number }[],
    source: string,
  ): Promise<void> {
    const [at, enteredById] = [this.clock.now(), actor.personId];
    const rows = scores.map((score) => ({ ...score, component, source, at, enteredById }));
    await this.units.inTransaction((manager) =>
      manager.upsert(EnteredScore, rows, ['enrolmentId', 'component']),
    );
  }

  private rowsOf(cohortId: number, component: string): Promise<ScoreRow[]> {
    return this.enrolments
      .createQueryBuilder('enrolment')
      .innerJoin('enrolment.person', 'person')
      .leftJoin('enrolment.studentRecord', 'record')
      .leftJoin(
        EnteredScore,
        'entered',
        'entered.enrolmentId = enrolment.id AND entered.component = :component',
        {
          component,
        },
      )
      .where("enrolment.cohortId = :cohortId AND enrolment.status <> 'pending'", { cohortId })
      .orderBy('person.name')
      .addOrderBy('enrolment.id')
      .select(['enrolment.id AS "enrolmentId"', 'person.name AS "name"', 'record.nim AS "nim"'])
      .addSelect(['entered.score AS "score"', 'entered.source AS "source"'])
      .getRawMany<ScoreRow>();
  }
}
