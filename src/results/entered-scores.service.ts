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
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import { EnteredScore } from './entered-score.entity.js';
import { readScoreSheet, type SheetProblem } from './score-sheet.js';

interface ScoreRow {
  enrolmentId: number;
  name: string;
  nim: string | null;
  score: number | null;
  source: string | null;
}

export interface ScoreTable {
  cohort: Cohort;
  component: { key: string; name: string };
  page: PageOfRows<ScoreRow>;
  /** Of the whole cohort: how many have a score, and how many there are. */
  entered: { part: number; whole: number };
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

  /** One page of the table of one component; the first component where `key` is ''. @throws Missing */
  async table(actor: Actor, cohortId: number, key: string, page: number): Promise<ScoreTable> {
    const cohort = await this.cohorts.findOneBy({ id: cohortId });
    const { cohortIds } = await this.teaching.scopeOf(actor);
    if (!cohort || (cohortIds && !cohortIds.includes(cohortId))) throw new Missing('cohort');
    const { components } = cohort.rules;
    const component = key ? components.find((each) => each.key === key) : components[0];
    if (!component) throw new Missing('component');
    const [rows, entered] = await Promise.all([
      this.rowsOf(cohortId, component.key, page),
      this.enteredOf(cohortId, component.key),
    ]);
    return { cohort, component, page: rows, entered };
  }

  /** Keeps a whole sheet, or nothing of it and tells every problem by line. Keeping the same again changes nothing. */
  async importSheet(
    actor: Actor,
    { cohort, component }: ScoreTable,
    sheet: string,
    source: string,
  ): Promise<{ kept: number; problems: SheetProblem[] }> {
    const idOf = await this.enrolmentsByNim(cohort.id);
    const read = readScoreSheet(sheet, new Set(idOf.keys()));
    if (read.problems.length > 0) return { kept: 0, problems: read.problems };
    const scores = read.rows.map(({ nim, score }) => ({
      enrolmentId: idOf.get(nim) ?? 0,
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

  private rowsOf(cohortId: number, component: string, page: number): Promise<PageOfRows<ScoreRow>> {
    const query = this.withScores(cohortId, component)
      .innerJoin('enrolment.person', 'person')
      .leftJoin('enrolment.studentRecord', 'record')
      .orderBy('person.name')
      .addOrderBy('enrolment.id')
      .select(['enrolment.id AS "enrolmentId"', 'person.name AS "name"', 'record.nim AS "nim"'])
      .addSelect(['entered.score AS "score"', 'entered.source AS "source"']);
    return pageOfRows(page, ({ skip, take }) => query.offset(skip).limit(take).getRawMany<ScoreRow>());
  }

  private async enteredOf(cohortId: number, component: string): Promise<ScoreTable['entered']> {
    const counts = await this.withScores(cohortId, component)
      .select(['COUNT(entered.score) AS "part"', 'COUNT(*) AS "whole"'])
      .getRawOne<Record<'part' | 'whole', number | string>>();
    return { part: Number(counts?.part), whole: Number(counts?.whole) };
  }

  private withScores(cohortId: number, component: string) {
    const ofComponent = 'entered.enrolmentId = enrolment.id AND entered.component = :component';
    return this.enrolments
      .createQueryBuilder('enrolment')
      .leftJoin(EnteredScore, 'entered', ofComponent, { component })
      .where("enrolment.cohortId = :cohortId AND enrolment.status <> 'pending'", { cohortId });
  }

  private async enrolmentsByNim(cohortId: number): Promise<Map<string, number>> {
    const rows = await this.enrolments
      .createQueryBuilder('enrolment')
      .innerJoin('enrolment.studentRecord', 'record')
      .where("enrolment.cohortId = :cohortId AND enrolment.status <> 'pending'", { cohortId })
      .select(['enrolment.id AS "id"', 'record.nim AS "nim"'])
      .getRawMany<{ id: number; nim: string }>();
    return new Map(rows.map(({ id, nim }) => [nim, id]));
  }
}
