import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../platform/config/project-root.js';

/** A file of `content/demo` as it is. */
export const demoFile = (name: string): Promise<string> =>
  readFile(join(projectRoot, 'content', 'demo', name), 'utf8');

/** Its rows by the names of the columns, which the first line gives. */
export async function demoTable<Column extends string>(name: string): Promise<Record<Column, string>[]> {
  return parse(await demoFile(name), { columns: true, delimiter: ';' });
}
