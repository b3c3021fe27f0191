import { isDeepStrictEqual } from 'node:util';
import type { DeepPartial, EntityManager } from 'typeorm';
import { nothingDone } from './import-report.js';

/** Writes rows in one unit of work and counts what became of them. */
export class RowWriter {
  readonly report = nothingDone();

  constructor(readonly manager: EntityManager) {}

  /** Makes a row what `wanted` says, whether it is there (`found`) or not; what is right already is not written. */
  async put<Row extends { id: number }>(
    type: new () => Row,
    found: Row | undefined | null,
    wanted: Partial<Row>,
  ): Promise<number> {
    const names = Object.keys(wanted) as (keyof Row)[];
    const isRight = found && names.every((name) => isDeepStrictEqual(found[name], wanted[name]));
    this.report[isRight ? 'unchanged' : found ? 'changed' : 'created'] += 1;
    if (isRight) return found.id;
    const { id } = await this.manager.save(type, { ...found, ...wanted } as DeepPartial<Row>);
    return id as number;
  }
}
