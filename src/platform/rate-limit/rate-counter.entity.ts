import { Entity } from 'typeorm';
import { Instant, Line, Whole } from '../database/columns.js';

/** How often something was tried since a moment. */
@Entity('rate_counters')
export class RateCounter {
  /** What is counted and for whom; hashed where it would name a person. */
  @Line(120, { primary: true }) key: string;
  @Instant() since: Date;
  @Whole() count: number;
}
