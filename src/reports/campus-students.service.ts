import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, type Repository } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { CampusesService } from '../people/campuses.service.js';
import { type Actor, scopeIds } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { requirementsOf } from '../results/requirement-list.js';
import { evaluateRequirements } from '../results/requirements.js';
import { StandingsService } from '../results/standings.service.js';
import { WaiversService } from '../results/waivers.service.js';
import type { CampusStudent } from './campus-student.js';

export interface CampusView {
  campuses: { id: number; name: string }[];
  campus: { id: number; name: string } | null;
  /** Those in which students of the campus take part, the newest first. */
  cohorts: Cohort[];
  cohort: Cohort | null;
  students: CampusStudent[];
}

/** Students of a campus, found through its coordinator: of their own campuses only. */
@Injectable()
export class CampusStudentsService {
  constructor(
    @InjectRepository(Cohort) private readonly cohorts: Repository<Cohort>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    private readonly campuses: CampusesService,
    private readonly standings: StandingsService,
    private readonly waivers: WaiversService,
  ) {}

  /**
   * One campus in one cohort; the first campus and the newest cohort where none is asked for. The number of queries
   * does not depend on how many students there are. @throws Missing where either is not the actor's to see
   */
  async view(actor: Actor, asked: { campus: number | null; cohort: number | null }): Promise<CampusView> {
    const campuses = await this.campuses.named(scopeIds(actor, 'coordinator', 'campus') ?? undefined);
    const campus = chosen(campuses, asked.campus);
    const cohorts = campus ? await this.cohortsOf(campus.id) : [];
    const cohort = chosen(cohorts, asked.cohort);
    const students = campus && cohort ? await this.studentsOf(campus.id, cohort) : [];
    return { campuses, campus, cohorts, cohort, students };
  }

  private async cohortsOf(campusId: number): Promise<Cohort[]> {
    const rows = await this.enrolments
      .createQueryBuilder('enrolment')
      .select('DISTINCT enrolment.cohortId', 'id')
      .innerJoin('enrolment.studentRecord', 'record')
      .where("record.campusId = :campusId AND enrolment.status <> 'pending'", { campusId })
      .getRawMany<{ id: number }>();
    return await this.cohorts.find({
      where: { id: In(rows.map(({ id }) => id)) },
      order: { startsOn: 'DESC', id: 'DESC' },
    });
  }

  private async studentsOf(campusId: number, cohort: Cohort): Promise<CampusStudent[]> {
    const ofCampus: FindOptionsWhere<Enrolment> = { studentRecord: { campusId } };
    const standings = await this.standings.ofCohort(cohort.id, ofCampus);
    const waivers = await this.waivers.ofMany(standings.map(({ enrolment }) => enrolment.id));
    const requirements = requirementsOf(cohort.rules);
    return standings.map(({ enrolment, standing }) => ({
      name: enrolment.person.name,
      nim: enrolment.studentRecord?.nim ?? '',
      studyProgramme: enrolment.studentRecord?.studyProgramme ?? '',
      isWithdrawn: enrolment.status === 'withdrawn',
      standing,
      evaluation: evaluateRequirements(requirements, standing, waivers.get(enrolment.id) ?? []),
    }));
  }
}

/** What is asked for, else the first. @throws Missing where it is not among them */
function chosen<T extends { id: number }>(among: readonly T[], asked: number | null): T | null {
  const found = asked === null ? among[0] : among.find(({ id }) => id === asked);
  if (asked !== null && !found) throw new Missing('campus or cohort');
  return found ?? null;
}
