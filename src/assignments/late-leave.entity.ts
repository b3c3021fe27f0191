import { Entity, Index, type Relation } from 'typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Instant, Line, Whole } from '../platform/database/columns.js';
import type { Submitter } from './submission-rules.js';

/** The instructor lets work in that is later than the penalty reaches; it then loses the most. */
@Entity('late_leaves')
@Index('uq_late_leaves_submitter', ['activityId', 'submitterKind', 'submitterId'], { unique: true })
export class LateLeave {
  @Id() id: number;
  @Whole() activityId: number;
  @BelongsTo(() => Activity, 'fk_late_leaves_activity') activity: Relation<Activity>;
  @Code(20) submitterKind: Submitter['kind'];
  @Whole() submitterId: number;
  @Line(190) reason: string;
  @Whole() grantedById: number;
  @BelongsTo(() => Person, 'fk_late_leaves_granted_by') grantedBy: Relation<Person>;
  @Instant() grantedAt: Date;
}
