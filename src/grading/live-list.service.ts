import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, Not, type Repository } from 'typeorm';
import { Submission } from '../assignments/submission.entity.js';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Group, GroupMember } from '../cohorts/group.entity.js';
import type { TeachingScope } from '../cohorts/teaching-scope.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { Activity } from '../courses/activity.entity.js';
import { fullName } from '../people/person-name.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';

export interface LiveLearner {
  enrolmentId: number;
  name: string;
  /** The judgement's place, where the learner was opened already. */
  work: Pick<Submission, 'id' | 'state' | 'score'> | null;
}

/** One activity that is judged live, in one class; null where the actor has none. */
export interface LiveList {
  activities: Activity[];
  classes: Group[];
  activity: Activity | null;
  classGroup: Group | null;
  learners: LiveLearner[];
}

/** What is judged live, for those who teach it. */
@Injectable()
export class LiveListService {
  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(Group) private readonly groups: Repository<Group>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    private readonly teaching: TeachingService,
  ) {}

  /** What is not chosen is the first activity, and the first class, own ones before others. @throws Missing */
  async list(actor: Actor, chosen: { activity: number | null; class: number | null }): Promise<LiveList> {
    const scope = await this.teaching.scopeOf(actor);
    const classes = await this.classesIn(scope);
    const activities = await this.activitiesOf(classes);
    const activity = choose(activities, chosen.activity);
    const wanted = choose(classes, chosen.class);
    const own = classes.filter(({ cohort }) => cohort.courseId === activity?.courseId);
    const classGroup = own.find(({ id }) => id === wanted?.id) ?? own[0] ?? null;
    const learners = activity && classGroup ? await this.learnersOf(activity, classGroup) : [];
    return { activities, classes: own, activity, classGroup, learners };
  }

  private async classesIn({ cohortIds, groupIds, ownGroupIds }: TeachingScope): Promise<Group[]> {
    const classes = await this.groups.find({
      where:
        cohortIds === null
          ? { kind: 'class' }
          : [
              { kind: 'class', cohortId: In([...cohortIds]) },
              { kind: 'class', id: In([...groupIds]) },
            ],
      relations: { cohort: true },
      order: { cohort: { startsOn: 'DESC' }, name: 'ASC' },
    });
    const rank = ({ id }: Group): number => (ownGroupIds.includes(id) ? 0 : 1);
    return classes.toSorted((one, other) => rank(one) - rank(other));
  }

  /** In the order of the syllabus. */
  private async activitiesOf(classes: readonly Group[]): Promise<Activity[]> {
    const courseIds = new Set(classes.map(({ cohort }) => cohort.courseId));
    return await this.activities.find({
      where: {
        courseId: In([...courseIds]),
        kind: 'assignment',
        submitsAs: 'none',
        currentVersionId: Not(IsNull()),
      },
      relations: { session: true },
      order: { session: { number: 'ASC' }, position: 'ASC' },
    });
  }

  private async learnersOf({ id: activityId }: Activity, { id: groupId }: Group): Promise<LiveLearner[]> {
    const enrolments = await this.enrolments
      .createQueryBuilder('enrolment')
      .innerJoin(GroupMember, 'member', 'member.enrolmentId = enrolment.id AND member.groupId = :groupId')
      .innerJoinAndSelect('enrolment.person', 'person')
      .where("enrolment.status = 'active'")
      .setParameters({ groupId })
      .orderBy('person.name')
      .addOrderBy('enrolment.id')
      .getMany();
    const works = await this.enrolments.manager.findBy(Submission, {
      activityId,
      submitterKind: 'individual',
      submitterId: In(enrolments.map(({ id }) => id)),
    });
    return enrolments.map(({ id, person }) => ({
      enrolmentId: id,
      name: fullName(person),
      work: works.find(({ submitterId }) => submitterId === id) ?? null,
    }));
  }
}

/** The first where none is asked for. @throws Missing for one that is not among them */
function choose<T extends { id: number }>(rows: readonly T[], id: number | null): T | null {
  if (id === null) return rows[0] ?? null;
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Missing('choice');
  return found;
}
