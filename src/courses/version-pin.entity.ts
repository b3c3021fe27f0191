import { Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import { BelongsTo, Whole } from '../platform/database/columns.js';
import { Activity, ActivityVersion } from './activity.entity.js';

/**
 * The version of an activity that a cohort keeps, because somebody of it had begun when the next was published. A
 * cohort without a row gets the current one. Cohorts belong to a later feature, so there is no reference to them.
 */
@Entity('version_pins')
@Index('ix_version_pins_activity', ['activityId'])
export class VersionPin {
  @PrimaryColumn({ type: 'integer' }) cohortId: number;
  @PrimaryColumn({ type: 'integer' }) activityId: number;
  @BelongsTo(() => Activity, 'fk_version_pins_activity') activity: Relation<Activity>;
  @Whole() activityVersionId: number;
  @BelongsTo(() => ActivityVersion, 'fk_version_pins_version') activityVersion: Relation<ActivityVersion>;
}
