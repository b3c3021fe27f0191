import { Entity, Index, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Id, Instant, JsonText, Whole } from '../platform/database/columns.js';
import { Activity, ActivityVersion } from './activity.entity.js';

/** What authors are writing, seen by no learner until it is published; one an activity, whoever writes. */
@Entity('activity_drafts')
@Index('uq_activity_drafts_activity', ['activityId'], { unique: true })
export class ActivityDraft {
  @Id() id: number;
  @Whole() activityId: number;
  @BelongsTo(() => Activity, 'fk_activity_drafts_activity') activity: Relation<Activity>;
  /** What an author writes, its shape by kind. */
  @JsonText() source: unknown;
  /** Counts the saves, so that of two who write at once neither overwrites the other unseen. */
  @Whole() seq: number;
  /** The newest version when it was begun; null before the first. */
  @Whole({ nullable: true }) baseVersionId: number | null;
  @BelongsTo(() => ActivityVersion, 'fk_activity_drafts_base') baseVersion: Relation<ActivityVersion> | null;
  /** Who saved last. */
  @Whole() editorId: number;
  @BelongsTo(() => Person, 'fk_activity_drafts_editor') editor: Relation<Person>;
  @Instant() savedAt: Date;
}
