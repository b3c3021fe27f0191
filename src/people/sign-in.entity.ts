import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Instant, Line, Whole } from '../platform/database/columns.js';
import { Person } from './person.entity.js';

/** A device signed in. Only the hash of its token is kept. */
@Entity('sign_ins')
@Index('ix_sign_ins_person', ['personId'])
export class SignIn {
  @Code(64, { primary: true }) tokenHash: string;
  @Whole() personId: number;
  @BelongsTo(() => Person, 'fk_sign_ins_person', 'CASCADE') person: Relation<Person>;
  @Line(120) device: string;
  @Instant() createdAt: Date;
  @Instant() lastSeenAt: Date;
  @Instant() expiresAt: Date;
}
