import { Entity, Index, type Relation } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Instant, Line, Score, Whole } from '../platform/database/columns.js';

/** A score for a component that has no activities, such as a paper exam: entered by hand or from a CSV. */
@Entity('entered_scores')
@Index('uq_entered_scores_component', ['enrolmentId', 'component'], { unique: true })
export class EnteredScore {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_entered_scores_enrolment') enrolment: Relation<Enrolment>;
  /** Key of the component in the cohort's rules. */
  @Code(40) component: string;
  @Score() score: number;
  /** Where it comes from: "Lembar ujian 11 November". */
  @Line(190) source: string;
  @Instant() at: Date;
  @Whole() enteredById: number;
  @BelongsTo(() => Person, 'fk_entered_scores_entered_by') enteredBy: Relation<Person>;
}

/** Valid visits to one mentored business that a paper logbook proves. */
@Entity('entered_visits')
@Index('uq_entered_visits_business', ['enrolmentId', 'business'], { unique: true })
export class EnteredVisits {
  @Id() id: number;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_entered_visits_enrolment') enrolment: Relation<Enrolment>;
  @Line(120) business: string;
  @Whole() visits: number;
  @Line(190) source: string;
  @Instant() at: Date;
  @Whole() enteredById: number;
  @BelongsTo(() => Person, 'fk_entered_visits_entered_by') enteredBy: Relation<Person>;
}
