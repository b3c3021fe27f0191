import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, JsonText, Line, Whole } from '../database/columns.js';

/** Names of the fields that changed; what they were and became only where a rule needs it, as for scores. */
export type ChangedFields = readonly string[] | Record<string, { from: unknown; to: unknown }>;

/** Something that somebody did and may have to answer for. Only ever added. */
@Entity('audit_entries')
@Index('ix_audit_entries_action', ['action', 'id'])
@Index('ix_audit_entries_actor', ['actorId', 'id'])
@Index('ix_audit_entries_record', ['recordType', 'recordId', 'id'])
export class AuditEntry {
  @Id() id: number;
  @Instant() at: Date;
  /** The person; null where the product did it by itself. */
  @Whole({ nullable: true }) actorId: number | null;
  /** What was done: a key of the catalogues. */
  @Code(80) action: string;
  @Code(40) recordType: string;
  @Code(64) recordId: string;
  @JsonText({ nullable: true }) fields: ChangedFields | null;
  @Line(500, { nullable: true }) reason: string | null;
  /** As in the log and on error pages. */
  @Code(20, { nullable: true }) requestId: string | null;
}
