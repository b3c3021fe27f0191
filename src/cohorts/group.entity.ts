import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, Line, Whole } from '../platform/database/columns.js';
import { Person } from '../people/person.entity.js';
import { Cohort } from './cohort.entity.js';
import { Enrolment } from './enrolment.entity.js';

export type GroupKind = 'class' | 'team' | 'pair';

/** A class (*kelas*), a team (*kelompok*) or a pair (*duet*) of a cohort. */
@Entity('groups')
@Index('uq_groups_name', ['cohortId', 'kind', 'name'], { unique: true })
export class Group {
  @Id() id: number;
  @Whole() cohortId: number;
  @BelongsTo(() => Cohort, 'fk_groups_cohort') cohort: Relation<Cohort>;
  @Code(20) kind: GroupKind;
  @Line(80) name: string;
  /** The instructor who teaches the class or supervises the pair. */
  @Whole({ nullable: true }) supervisorId: number | null;
  @BelongsTo(() => Person, 'fk_groups_supervisor') supervisor: Relation<Person> | null;
}

/** An enrolment is in one group of each kind. */
@Entity('group_members')
@Index('uq_group_members_kind', ['enrolmentId', 'kind'], { unique: true })
@Index('ix_group_members_group', ['groupId'])
export class GroupMember {
  @Id() id: number;
  @Whole() groupId: number;
  @BelongsTo(() => Group, 'fk_group_members_group') group: Relation<Group>;
  @Whole() enrolmentId: number;
  @BelongsTo(() => Enrolment, 'fk_group_members_enrolment') enrolment: Relation<Enrolment>;
  /** As the group's; stands here so that an index can hold the limit. */
  @Code(20) kind: GroupKind;
}
