import { Entity } from 'typeorm';
import { Code, Instant, Whole } from '../database/columns.js';

/** A file that was kept. Its content never changes; who refers to it says what it is called and who may see it. */
@Entity('blobs')
export class Blob {
  /** Random; also the name under which the store keeps the content. */
  @Code(32, { primary: true }) key: string;
  @Code(64) sha256: string;
  @Whole() bytes: number;
  /** What the bytes are, found in them: `application/pdf`; `application/octet-stream` where nothing is known. */
  @Code(120) type: string;
  @Instant() createdAt: Date;
  /** The person who sent it; null where the product made it. */
  @Whole({ nullable: true }) uploadedById: number | null;
}
