import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import type { Cohort } from '../cohorts/cohort.entity.js';
import type { Enrolment } from '../cohorts/enrolment.entity.js';
import { CampusesService } from '../people/campuses.service.js';
import { requirementsOf } from '../results/requirement-list.js';
import { evaluateRequirements } from '../results/requirements.js';
import { type EnrolmentStanding, StandingsService } from '../results/standings.service.js';
import { WaiversService } from '../results/waivers.service.js';
import type { BoardLine } from './board-line.js';
import { IssueStatesService } from './issue-states.service.js';

interface LineChoice {
  /** Only these of the cohort's enrolments; left out, all of them. */
  which?: FindOptionsWhere<Enrolment>;
  /** A batch that is being judged, so that its own members do not count as proposed. */
  ignoredBatchId?: number;
}

/** The enrolments of a cohort before the board: what each has reached, and how far its certificate is. */
@Injectable()
export class BoardService {
  constructor(
    private readonly standings: StandingsService,
    private readonly waivers: WaiversService,
    private readonly states: IssueStatesService,
    private readonly campuses: CampusesService,
  ) {}

  /** All enrolments but pending ones, judged now. The number of queries does not depend on how many they are. */
  async linesOf(cohort: Cohort, { which = {}, ignoredBatchId = 0 }: LineChoice = {}): Promise<BoardLine[]> {
    const standings = await this.standings.ofCohort(cohort.id, which);
    const requirements = requirementsOf(cohort.rules);
    const [waivers, states, campusNames] = await Promise.all([
      this.waivers.ofMany(standings.map(({ enrolment }) => enrolment.id)),
      this.states.ofCohort(cohort.id, ignoredBatchId),
      this.campusNamesOf(standings),
    ]);
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

  private async campusNamesOf(standings: readonly EnrolmentStanding[]): Promise<Map<number, string>> {
    const ids = new Set(standings.flatMap(({ enrolment }) => enrolment.studentRecord?.campusId ?? []));
    const campuses = await this.campuses.named([...ids]);
    return new Map(campuses.map(({ id, shortName }) => [id, shortName]));
  }
}
