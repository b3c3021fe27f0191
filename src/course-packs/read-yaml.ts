import { isMap, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type BuildFrom, PackFields } from './pack-fields.js';
import type { PackProblems } from './pack-problem.js';
import { YamlPlace } from './yaml-place.js';

export interface PackText {
  file: string;
  text: string;
}

/**
 * Builds what a YAML text describes; `undefined` where it is no YAML or has no named fields. Aliases are refused
 * like any other value that is not of the right kind, so that a small file cannot stand for a huge one.
 */
export function readYaml<T>(
  { file, text }: PackText,
  problems: PackProblems,
  build: BuildFrom<T>,
  firstLine = 1,
): T | undefined {
  const lines = new LineCounter();
  const place = new YamlPlace(file, problems, lines, firstLine);
  const { contents, errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of errors)
    place.report(place.lineAt(error.pos[0]), error.code === 'DUPLICATE_KEY' ? 'repeatedKey' : 'syntax', {
      detail: error.message,
    });
  if (errors.length > 0) return undefined;
  if (isMap(contents)) return PackFields.read(contents as YAMLMap<Node, Node | null>, place, build);
  place.report(1, 'notFields', { name: file });
  return undefined;
}
