import { Entity, Index, type Relation } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Instant, Line, Whole } from '../platform/database/columns.js';

/** One requirement that one enrolment need not meet. The requirements themselves are computed, never stored. */
@Entity('waivers')
@Index('uq_waivers_requirement', ['enrolmentId', 'requirement'], { unique: true })
export class RequirementWaiver {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_waivers_enrolment') enrolment: Relation<Enrolment>;
  /** `requirementKey` of the requirement. */
  @Code(80) requirement: string;
  @Line(500) reason: string;
  @Whole() waivedById: number;
  @BelongsTo(() => Person, 'fk_waivers_waived_by') waivedBy: Relation<Person>;
  @Instant() waivedAt: Date;
}
