import { Entity, Index } from 'typeorm';
import type { Language } from '../platform/access/actor.js';
import { Code, Id, Instant, Line } from '../platform/database/columns.js';

/** Someone who may sign in. Nothing of religion, ethnicity or NIK is kept (UU 27/2022). */
@Entity('people')
@Index('uq_people_email', ['emailNorm'], { unique: true })
@Index('uq_people_phone', ['phoneNorm'], { unique: true })
export class Person {
  @Id() id: number;
  /** Titles before and after stand apart from the name, since certificates print all three. */
  @Line(60) nameBefore: string;
  @Line(160) name: string;
  @Line(60) nameAfter: string;
  @Line(190, { nullable: true }) emailNorm: string | null;
  @Line(20, { nullable: true }) phoneNorm: string | null;
  @Line(190, { nullable: true }) passwordHash: string | null;
  /** Until when a temporary password lets the person in, to choose their own; null for one of their own. */
  @Instant({ nullable: true }) passwordExpiresAt: Date | null;
  @Code(2) locale: Language;
  @Instant({ nullable: true }) disabledAt: Date | null;
  @Instant() createdAt: Date;
}
