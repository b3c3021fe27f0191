import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Id, JsonText, Line, Whole } from '../platform/database/columns.js';
import { Course } from './course.entity.js';
import { LONGEST_MEANING, LONGEST_SPELLING } from './glossary-term.js';

/** A word that the lessons of a course use and that a reader may not know. */
@Entity('glossary_terms')
@Index('uq_glossary_terms_key', ['courseId', 'key'], { unique: true })
export class GlossaryTerm {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_glossary_terms_course') course: Relation<Course>;
  /** Stays the same when the spelling changes; published lessons know it. */
  @Code(60) key: string;
  /** As the glossary writes it: HPP. */
  @Line(LONGEST_SPELLING) term: string;
  /** Other ways in which texts write it. */
  @JsonText() aliases: string[];
  /** One or two plain sentences without a value that changes: those are facts. */
  @Line(LONGEST_MEANING) meaning: string;
}
