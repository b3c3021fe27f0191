import { Entity, Index, type Relation } from 'typeorm';
import type { Grant, Role } from '../platform/access/actor.js';
import { BelongsTo, Code, Id, Instant, Whole } from '../platform/database/columns.js';
import { Person } from './person.entity.js';

/** A role of a person, from a day and perhaps to a day, for everything or for one cohort or campus. */
@Entity('role_grants')
@Index('ix_role_grants_person', ['personId'])
@Index('ix_role_grants_role', ['role', 'scope', 'scopeId'])
export class RoleGrant implements Grant {
  @Id() id: number;
  @Whole() personId: number;
  @BelongsTo(() => Person, 'fk_role_grants_person') person: Relation<Person>;
  @Code(20) role: Role;
  @Code(20) scope: Grant['scope'];
  @Whole({ nullable: true }) scopeId: number | null;
  @Instant() validFrom: Date;
  @Instant({ nullable: true }) validTo: Date | null;
}
