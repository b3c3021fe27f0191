import { Entity } from 'typeorm';
import { Code, Instant, JsonText } from '../database/columns.js';

/** What is true of this installation and stands in no other table, by key. */
@Entity('settings')
export class Setting {
  @Code(60, { primary: true }) key: string;
  @JsonText() value: unknown;
  @Instant() changedAt: Date;
}
