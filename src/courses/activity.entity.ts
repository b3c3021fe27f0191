import { Entity, Index, type Relation } from 'typeorm';
import {
  BelongsTo,
  Code,
  Flag,
  Id,
  Instant,
  JsonText,
  Line,
  Score,
  Whole,
} from '../platform/database/columns.js';
import { Person } from '../people/person.entity.js';
import type { ActivityBrief } from './activity-content.js';
import { Course, GradeComponent } from './course.entity.js';
import { Session } from './session.entity.js';

export type ActivityKind = 'lesson' | 'quiz' | 'assignment';
export type SubmitsAs = 'individual' | 'pair' | 'team' | 'none';

/** Something that a learner does in a session: identity, dates and place in the grades; its content is versioned. */
@Entity('activities')
@Index('uq_activities_key', ['courseId', 'key'], { unique: true })
@Index('ix_activities_session', ['sessionId', 'position'])
export class Activity {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_activities_course') course: Relation<Course>;
  @Whole() sessionId: number;
  @BelongsTo(() => Session, 'fk_activities_session') session: Relation<Session>;
  @Code(60) key: string;
  @Whole() position: number;
  @Code(20) kind: ActivityKind;
  @Line(190) title: string;
  @Flag() required: boolean;
  @Whole({ nullable: true }) componentId: number | null;
  @BelongsTo(() => GradeComponent, 'fk_activities_component') component: Relation<GradeComponent> | null;
  /** Date rule relative to the meeting, `-3d`; null: open from the start. */
  @Code(20, { nullable: true }) opensRule: string | null;
  /** `+7d 23:59`; null: never due. */
  @Code(20, { nullable: true }) dueRule: string | null;
  @Score({ nullable: true }) passMark: number | null;
  /** Key of the critical aspect (*aspek kritis*) that this activity proves, as `food-safety`. */
  @Code(60, { nullable: true }) critical: string | null;
  @Code(20) submitsAs: SubmitsAs;
  /** Weight among the activities of its component; equal ones have 1. */
  @Whole() weight: number;
  /** The published version that whoever begins now gets; null while there is only a draft. */
  @Whole({ nullable: true }) currentVersionId: number | null;
}

/** What learners see and are judged by. Never changed once published: an edit publishes the next. */
@Entity('activity_versions')
@Index('uq_activity_versions_version', ['activityId', 'version'], { unique: true })
export class ActivityVersion {
  @Id() id: number;
  @Whole() activityId: number;
  @BelongsTo(() => Activity, 'fk_activity_versions_activity') activity: Relation<Activity>;
  @Whole() version: number;
  /** Its shape is by kind: `LessonContent`, `QuizContent`, `AssignmentContent`. */
  @JsonText() content: unknown;
  /** What lists tell of it, so that they need not read the content. */
  @JsonText() brief: ActivityBrief;
  @Code(64) contentHash: string;
  @Whole({ nullable: true }) authorId: number | null;
  @BelongsTo(() => Person, 'fk_activity_versions_author') author: Relation<Person> | null;
  @Instant() publishedAt: Date;
}
