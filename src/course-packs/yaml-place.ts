import type { LineCounter, Node } from 'yaml';
import type { PackProblemCode, PackProblems } from './pack-problem.js';

/** Where a piece of YAML stands: it turns nodes into lines of the file when something is reported. */
export class YamlPlace {
  constructor(
    readonly file: string,
    readonly problems: PackProblems,
    private readonly lines: LineCounter,
    /** The line of the file on which the YAML starts; front matter starts below its opening line. */
    private readonly firstLine: number,
  ) {}

  lineOf(node: Node | null | undefined): number {
    return this.lineAt(node?.range?.[0] ?? 0);
  }

  lineAt(offset: number): number {
    return Math.max(this.lines.linePos(offset).line, 1) + this.firstLine - 1;
  }

  report(line: number, code: PackProblemCode, values?: Record<string, string | number>): void {
    this.problems.report(this.file, line, code, values);
  }
}
