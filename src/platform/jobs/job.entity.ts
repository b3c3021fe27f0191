import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, JsonText, Line, Whole } from '../database/columns.js';

/** Work to be done after, or apart from, the request that caused it. Written in the unit of work of its cause. */
@Entity('outbox')
@Index('uq_outbox_dedupe_key', ['dedupeKey'], { unique: true })
@Index('ix_outbox_due', ['doneAt', 'failedAt', 'runAt'])
export class Job {
  @Id() id: number;
  /** The same work is done once, however often it is asked for. */
  @Code(190) dedupeKey: string;
  /** Which handler does it; also the key of the catalogues that tells people what is done. */
  @Code(60) kind: string;
  @JsonText({ nullable: true }) payload: object | null;
  @Instant() createdAt: Date;
  /** Not before. */
  @Instant() runAt: Date;
  /** Whoever does the job has it until then, and longer while it lives. */
  @Instant({ nullable: true }) leaseUntil: Date | null;
  @Code(36, { nullable: true }) leaseOwner: string | null;
  /** How often it was begun. */
  @Whole() attempts: number;
  @Instant({ nullable: true }) doneAt: Date | null;
  /** Given up after so many failures; an administrator may start it again. */
  @Instant({ nullable: true }) failedAt: Date | null;
  @Line(500, { nullable: true }) lastError: string | null;
  @Whole() progressDone: number;
  /** 0 where it is not known how much there is to do. */
  @Whole() progressTotal: number;
  /** The person who may watch it. */
  @Whole({ nullable: true }) startedById: number | null;
  /** The page that shows what came of it. */
  @Line(190, { nullable: true }) returnTo: string | null;
}
