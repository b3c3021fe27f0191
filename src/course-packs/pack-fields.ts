import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { PackProblemCode } from './pack-problem.js';
import type { WrittenValue } from './written-value.js';
import type { YamlPlace } from './yaml-place.js';

type FieldMap = YAMLMap<Node, Node | null>;
export type BuildFrom<T> = (fields: PackFields) => T;

const writtenIn = (node: Node | null | undefined): string =>
  isScalar(node) && node.value !== null ? String(node.source ?? node.value).trim() : '';

/**
 * The named fields of one part of a file. Whatever is not asked for by name is reported, so that a misspelt name is
 * found and not ignored. A field that cannot be read is reported too, and something blank stands for it.
 */
export class PackFields {
  private readonly fields = new Map<string, Pair<Node, Node | null>>();
  private readonly asked = new Set<string>();

  private constructor(
    private readonly map: FieldMap,
    readonly place: YamlPlace,
  ) {
    for (const pair of map.items) this.fields.set(writtenIn(pair.key), pair);
  }

  static read<T>(map: FieldMap, place: YamlPlace, build: BuildFrom<T>): T {
    const fields = new PackFields(map, place);
    const built = build(fields);
    for (const [name, pair] of fields.fields)
      if (!fields.asked.has(name)) place.report(place.lineOf(pair.key), 'unknownKey', { name });
    return built;
  }

  /** A field that has to be there, unless `otherwise` says what its absence means. */
  value<T>(name: string, written: WrittenValue<T>, otherwise?: T): T {
    if (otherwise !== undefined && !this.has(name)) return otherwise;
    return this.readValue(this.ask(name), name, written);
  }

  /**
   * A field that decides which others there are. Where it cannot be read, `undefined`: the others are then not
   * looked at, for nothing can be said about them.
   */
  decisive<T>(name: string, written: WrittenValue<T>): T | undefined {
    const { problems } = this.place;
    const before = problems.count;
    const value = this.value(name, written);
    if (problems.count === before) return value;
    for (const other of this.names()) this.asked.add(other);
    return undefined;
  }

  optional<T>(name: string, written: WrittenValue<T>): T | null {
    return this.has(name) ? this.value(name, written) : null;
  }

  /** A list of plain values. */
  values<T>(name: string, written: WrittenValue<T>, least = 1): T[] {
    return this.items(name, least).map((node) => this.readValue(node, name, written));
  }

  /** A list whose members have fields of their own. */
  list<T>(name: string, build: BuildFrom<T>, least = 1): T[] {
    return this.items(name, least).flatMap((node) => this.readFields(node, name, build) ?? []);
  }

  /** A field that has fields of its own. */
  part<T>(name: string, build: BuildFrom<T>): T | undefined {
    return this.readFields(this.ask(name), name, build);
  }

  has(name: string): boolean {
    this.asked.add(name);
    return this.fields.has(name);
  }

  /** The names of the fields, as for a list of values that authors name themselves. */
  names(): string[] {
    return [...this.fields.keys()];
  }

  /** The line of a field, or that of the whole where there is no such field. */
  lineOf(name: string): number {
    return this.place.lineOf(this.fields.get(name)?.key ?? this.map);
  }

  /** The line on which the text of a field starts: below its name where it is a block. */
  textLineOf(name: string): number {
    const node = this.fields.get(name)?.value;
    const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    return this.place.lineOf(node) + (isBlock ? 1 : 0);
  }

  report(name: string, code: PackProblemCode, values: Record<string, string | number> = {}): void {
    this.place.report(this.lineOf(name), code, { name, ...values });
  }

  private ask(name: string): Node | null {
    this.asked.add(name);
    return this.fields.get(name)?.value ?? null;
  }

  private readValue<T>(node: Node | null, name: string, written: WrittenValue<T>): T {
    const line = node ? this.place.lineOf(node) : this.lineOf(name);
    const text = writtenIn(node);
    if (node && !isScalar(node)) this.place.report(line, 'notText', { name });
    else if (text === '') this.place.report(line, 'missing', { name });
    if (text === '') return written.blank;
    const value = written.read(text);
    if (value === undefined)
      this.place.report(line, written.problem, { name, written: text, ...written.expected });
    return value ?? written.blank;
  }

  private readFields<T>(node: Node | null, name: string, build: BuildFrom<T>): T | undefined {
    if (isMap(node)) return PackFields.read(node as FieldMap, this.place, build);
    const line = node ? this.place.lineOf(node) : this.lineOf(name);
    this.place.report(line, writtenIn(node) === '' && !isSeq(node) ? 'missing' : 'notFields', { name });
    return undefined;
  }

  private items(name: string, least: number): Node[] {
    const node = this.ask(name);
    if (isSeq(node)) {
      if (node.items.length < least) this.report(name, 'tooFew', { least });
      return node.items as Node[];
    }
    if (writtenIn(node) !== '' || isMap(node)) this.report(name, 'notList');
    else if (least > 0) this.report(name, 'missing');
    return [];
  }
}
