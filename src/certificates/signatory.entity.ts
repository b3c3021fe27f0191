import { Entity, Index } from 'typeorm';
import { Code, Id, Line, Whole } from '../platform/database/columns.js';
import type { SignatoryTerm } from './signatories-on-day.js';

/** Who signs certificates, from a day and perhaps to a day. Certificates keep a copy: later changes reach none. */
@Entity('signatories')
@Index('ix_signatories_valid', ['validFrom'])
export class Signatory implements SignatoryTerm {
  @Id() id: number;
  /** From left to right on the page. */
  @Whole() position: number;
  /** Plt., Plh., Pj. or a.n.; empty for who holds the office. */
  @Line(20) prefix: string;
  @Line(160) office: string;
  @Line(60) nameBefore: string;
  @Line(160) name: string;
  @Line(60) nameAfter: string;
  @Line(80, { nullable: true }) rank: string | null;
  /** 18 digits; null outside the civil service. */
  @Code(18, { nullable: true }) nip: string | null;
  /** First day, 2027-01-01. */
  @Code(10) validFrom: string;
  /** Last day; null while it goes on. */
  @Code(10, { nullable: true }) validTo: string | null;
}
