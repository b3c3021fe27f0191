import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Missing } from '../platform/access/refusals.js';
import type { ContentOf } from './activity-content.js';
import { Activity, type ActivityKind, ActivityVersion } from './activity.entity.js';
import type { Session } from './session.entity.js';

/** An activity that learners see, with its session and the key of its grade component. */
export interface PublishedActivity extends Omit<Activity, 'course' | 'session' | 'component'> {
  session: Pick<Session, 'id' | 'number'>;
  componentKey: string | null;
  /** What the cohort that it is read for has: the version that it began with, or else the newest. */
  currentVersionId: number;
}

/** A cohort as far as it tells which version of an activity its learners have. */
export interface CohortRef {
  id: number;
  courseId: number;
}

/** For readers of no cohort: no pin has this id. */
const NO_COHORT = 0;

const MOST_VERSIONS = 500;

@Injectable()
export class ActivitiesService {
  /** What is published never changes, so what is kept is never stale, on however many instances. */
  private readonly kept = new Map<number, Promise<ActivityVersion>>();

  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(ActivityVersion) private readonly versions: Repository<ActivityVersion>,
  ) {}

  /** A published activity as one cohort has it. @throws Missing for one of another course */
  async published(
    { id: cohortId, courseId }: CohortRef,
    id: number,
    kind: ActivityKind,
  ): Promise<PublishedActivity> {
    return one(
      await this.rows('a.id = ? AND a.course_id = ? AND a.kind = ?', [id, courseId, kind], cohortId),
    );
  }

  /** The newest of whatever course, for who has yet to be found to take or teach it. @throws Missing */
  async publishedAnywhere(id: number, kind: ActivityKind): Promise<PublishedActivity> {
    return one(await this.rows('a.id = ? AND a.kind = ?', [id, kind]));
  }

  /** Every published activity as one cohort has it, in the order of the syllabus. */
  async allPublished({ id: cohortId, courseId }: CohortRef): Promise<PublishedActivity[]> {
    const rows = await this.rows('a.course_id = ?', [courseId], cohortId);
    return rows.map(activityOf);
  }

  /** One version, whose content has the shape of the activity's kind. It is shared: nobody may change it. */
  async version(id: number): Promise<Readonly<ActivityVersion>> {
    const known = this.kept.get(id);
    if (known) return await known;
    const found = this.versions.findOneByOrFail({ id });
    if (this.kept.size >= MOST_VERSIONS) this.kept.clear();
    this.kept.set(id, found);
    found.catch(() => this.kept.delete(id));
    return await found;
  }

  /** The contents of many versions of one kind, by the version's id. One query. */
  async contents<Kind extends ActivityKind>(
    versionIds: readonly number[],
  ): Promise<ReadonlyMap<number, ContentOf[Kind]>> {
    const versions = await this.versions.find({
      select: { id: true, content: true },
      where: { id: In(versionIds) },
    });
    return new Map(versions.map(({ id, content }) => [id, content as ContentOf[Kind]]));
  }

  private rows(which: string, values: readonly unknown[], cohortId = NO_COHORT): Promise<ActivityRow[]> {
    const sql = `${PUBLISHED} AND ${which} ORDER BY s.number, a.position`;
    return this.activities.query<ActivityRow[]>(sql, [cohortId, ...values]);
  }
}

const PUBLISHED = `
  SELECT a.id, a.course_id AS courseId, a.session_id AS sessionId, a.key AS activityKey, a.position, a.kind, a.title,
         a.required, a.component_id AS componentId, a.opens_rule AS opensRule, a.due_rule AS dueRule,
         a.pass_mark AS passMark, a.critical, a.submits_as AS submitsAs, a.weight,
         COALESCE(pin.activity_version_id, a.current_version_id) AS currentVersionId, s.number AS sessionNumber, c.key AS componentKey
    FROM activities a
    JOIN sessions s ON s.id = a.session_id
    LEFT JOIN grade_components c ON c.id = a.component_id
    LEFT JOIN version_pins pin ON pin.activity_id = a.id AND pin.cohort_id = ?
   WHERE a.current_version_id IS NOT NULL`;

interface ActivityRow extends Omit<PublishedActivity, 'key' | 'required' | 'session'> {
  activityKey: string;
  required: number;
  sessionNumber: number;
}

function one([row]: readonly ActivityRow[]): PublishedActivity {
  if (!row) throw new Missing('activity');
  return activityOf(row);
}

const activityOf = ({ activityKey, sessionNumber, ...row }: ActivityRow): PublishedActivity => ({
  ...row,
  key: activityKey,
  required: Boolean(row.required),
  session: { id: row.sessionId, number: sessionNumber },
});
