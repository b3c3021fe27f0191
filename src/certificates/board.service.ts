import { Injectable } from '@nestjs/common';
import type { Cohort } from '../cohorts/cohort.entity.js';
import { CampusesService } from '../people/campuses.service.js';
import { readRequirements } from '../results/requirement-list.js';
import { evaluateRequirements } from '../results/requirements.js';
import { type EnrolmentStanding, StandingsService } from '../results/standings.service.js';
import { WaiversService } from '../results/waivers.service.js';
import type { BoardLine } from './board-line.js';
import { IssueStatesService } from './issue-states.service.js';

/** The enrolments of a cohort before the board: what each has reached, and how far its certificate is. */
@Injectable()
export class BoardService {
  constructor(
    private readonly standings: StandingsService,
    private readonly waivers: WaiversService,
    private readonly states: IssueStatesService,
    private readonly campuses: CampusesService,
  ) {}

  /**
   * All enrolments but pending ones, judged now. A batch that is being judged is left out of account, so that its own
   * members do not count as proposed. The number of queries does not depend on how many they are.
   */
  async linesOf(cohort: Cohort, ignoredBatchId = 0): Promise<BoardLine[]> {
    return await this.linesFor(cohort, await this.standings.ofCohort(cohort.id), ignoredBatchId);
  }

  private async linesFor(
    cohort: Cohort,
    standings: readonly EnrolmentStanding[],
    ignoredBatchId: number,
  ): Promise<BoardLine[]> {
    const requirements = readRequirements(cohort.rules.requirements);
    const ids = standings.map(({ enrolment }) => enrolment.id);
    const campusIds = [
      ...new Set(standings.flatMap(({ enrolment }) => enrolment.studentRecord?.campusId ?? [])),
    ];
    const [waivers, states, campuses] = await Promise.all([
      this.waivers.ofMany(ids),
      this.states.ofCohort(cohort.id, ignoredBatchId),
      this.campuses.named(campusIds),
    ]);
    const campusNames = new Map(campuses.map(({ id, shortName }) => [id, shortName]));
    return standings.map(({ enrolment, standing, result }) => ({
      enrolmentId: enrolment.id,
      name: enrolment.person.name,
      nim: enrolment.studentRecord?.nim ?? '',
      campusName: campusNames.get(enrolment.studentRecord?.campusId ?? 0) ?? '',
      status: enrolment.status === 'pending' ? 'active' : enrolment.status,
      evaluation: evaluateRequirements(requirements, standing, waivers.get(enrolment.id) ?? []),
      ...(states.get(enrolment.id) ?? { certificate: 'none', latestCertificateId: null }),
      enrolment,
      standing,
      result,
    }));
  }
}
