import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, Instant, Line, Whole } from '../platform/database/columns.js';
import { Activity } from '../courses/activity.entity.js';
import { Person } from '../people/person.entity.js';
import { Enrolment } from './enrolment.entity.js';

/** Other dates than the rule gives, for a cohort or one of its classes. */
@Entity('date_overrides')
@Index('uq_date_overrides_scope', ['scope', 'scopeId', 'activityId'], { unique: true })
export class DateOverride {
  @Id() id: number;
  @Code(20) scope: 'cohort' | 'class';
  @Whole() scopeId: number;
  @Whole() activityId: number;
  @BelongsTo(() => Activity, 'fk_date_overrides_activity') activity: Relation<Activity>;
  @Instant({ nullable: true }) opensAt: Date | null;
  @Instant({ nullable: true }) dueAt: Date | null;
}

/** More time for one learner: a later due date, and for a quiz a longer limit. */
@Entity('extensions')
@Index('uq_extensions_activity', ['enrolmentId', 'activityId'], { unique: true })
export class Extension {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_extensions_enrolment') enrolment: Relation<Enrolment>;
  @Whole() activityId: number;
  @BelongsTo(() => Activity, 'fk_extensions_activity') activity: Relation<Activity>;
  @Instant({ nullable: true }) dueAt: Date | null;
  @Whole() extraMinutes: number;
  @Line(190) reason: string;
  @Whole() grantedById: number;
  @BelongsTo(() => Person, 'fk_extensions_granted_by') grantedBy: Relation<Person>;
}
