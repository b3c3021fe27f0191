import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, Line, Whole } from '../platform/database/columns.js';

@Entity('campuses')
@Index('uq_campuses_key', ['key'], { unique: true })
export class Campus {
  @Id() id: number;
  /** Stays the same through every change of name: `uin-palangka-raya`. */
  @Code(60) key: string;
}

/** What a campus is called from a day on; a certificate prints the name of its own day. */
@Entity('campus_names')
@Index('uq_campus_names_day', ['campusId', 'validFrom'], { unique: true })
export class CampusName {
  @Id() id: number;
  @Whole() campusId: number;
  @BelongsTo(() => Campus, 'fk_campus_names_campus') campus: Relation<Campus>;
  @Line(160) name: string;
  @Line(40) shortName: string;
  /** First day as 2025-05-08. */
  @Code(10) validFrom: string;
}
