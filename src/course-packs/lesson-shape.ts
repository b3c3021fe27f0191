import { checkMarkdown } from '../platform/markdown/render-markdown.js';

/** What a lesson that teaches has, in this order; see docs/content-packs.md. */
export interface LessonShape {
  opensWithCase: boolean;
  caseWords: number;
  ideas: number;
  examples: number;
  tips: number;
  summaryLines: number;
  /** Whether its sources say when they were read. */
  hasCheckedSources: boolean;
  selfChecks: number;
}

const inContainer = (markdown: string, name: string): string[] =>
  [...markdown.matchAll(new RegExp(String.raw`^:::${name}\b.*\n([\s\S]*?)^:::$`, 'gm'))].map(
    ([, inside = '']) => inside,
  );

const count = (text: string | undefined, pattern: RegExp): number => text?.match(pattern)?.length ?? 0;

export function lessonShape(markdown: string): LessonShape {
  const [opening, summary, sources] = ['kasus', 'ringkasan', 'sumber'].map(
    (name) => inContainer(markdown, name)[0] ?? '',
  );
  return {
    opensWithCase: /^\s*:::kasus\n/.test(markdown),
    caseWords: count(opening, /\S+/g),
    ideas: count(markdown, /^# /gm),
    examples: inContainer(markdown, 'contoh').length,
    tips: inContainer(markdown, 'lapangan').length,
    summaryLines: count(summary, /^- /gm),
    hasCheckedSources: /[Dd]iperiksa \d+ \w+ \d{4}/.test(sources ?? ''),
    selfChecks: checkMarkdown(markdown, {}).checks,
  };
}

/** Of a case that is read before anything is explained. */
const MOST_CASE_WORDS = 80;

/** The parts of a lesson that are missing, too many or too long. */
export function shapeFaults(shape: LessonShape): (keyof LessonShape)[] {
  const isRight: Record<keyof LessonShape, boolean> = {
    opensWithCase: shape.opensWithCase,
    caseWords: shape.caseWords <= MOST_CASE_WORDS,
    ideas: shape.ideas === 3,
    examples: shape.examples === 1,
    tips: shape.tips === 1,
    summaryLines: shape.summaryLines === 5,
    hasCheckedSources: shape.hasCheckedSources,
    selfChecks: shape.selfChecks === 3,
  };
  return (Object.keys(isRight) as (keyof LessonShape)[]).filter((part) => !isRight[part]);
}
