import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it';
import { readingOf, type MarkdownProblemCode, type Reading } from './reading.js';

// A self-check works without scripts: each option is a `<details>`, and opening one is answering. Authors write the
// question, then one list: `- [x] right` or `- [ ] not right`, each with its explanation indented below it.
// The tokens of that list are turned into what is shown; none is added or taken away.

const MARK = /^\[([ xX])\]\s+/;

/** The index of the token that closes the one at `from`. */
function closeOf(tokens: readonly Token[], from: number): number {
  const { level } = tokens[from]!;
  return tokens.findIndex((token, at) => at > from && token.level === level && token.nesting === -1);
}

/** Every opening token of a type between two indexes, with the index of its close. */
function elements(
  tokens: readonly Token[],
  type: string,
  from: number,
  to: number,
  level?: number,
): [number, number][] {
  const found: [number, number][] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (token.type === type && (level === undefined || token.level === level))
      found.push([at, closeOf(tokens, at)]);
  }
  return found;
}

const retag = (tokens: readonly Token[], [open, close]: [number, number], tag: string): void => {
  for (const token of [tokens[open]!, tokens[close]!]) Object.assign(token, { tag, hidden: false });
};

interface Option {
  isRight: boolean;
  isExplained: boolean;
}

/** Turns one list item into a `<details>`: its first paragraph the option, the rest the explanation. */
function makeOption(tokens: readonly Token[], item: [number, number]): Option {
  const [option, explanation] = elements(
    tokens,
    'paragraph_open',
    item[0],
    item[1],
    tokens[item[0]]!.level + 1,
  );
  const text = option && tokens[option[0] + 1]!;
  const mark = MARK.exec(text?.content ?? '');
  if (option && text) {
    retag(tokens, option, 'summary');
    text.content = text.content.replace(MARK, '');
  }
  retag(tokens, item, 'details');
  const isRight = mark?.[1]?.toLowerCase() === 'x';
  if (explanation) Object.assign(tokens[explanation[0]]!, { type: 'check_verdict_open', meta: { isRight } });
  return { isRight, isExplained: explanation !== undefined };
}

function problemsOf(hasQuestion: boolean, options: readonly Option[]): MarkdownProblemCode[] {
  const right = options.filter((option) => option.isRight).length;
  const claims: [MarkdownProblemCode, boolean][] = [
    ['checkWithoutQuestion', hasQuestion],
    ['checkOptionCount', options.length >= 2],
    ['checkRightCount', right === 1],
    ['checkUnexplained', options.every((option) => option.isExplained)],
  ];
  return claims.filter(([, holds]) => !holds).map(([code]) => code);
}

function makeCheck(tokens: readonly Token[], [open, close]: [number, number], reading: Reading): void {
  const level = tokens[open]!.level + 1;
  const list = elements(tokens, 'bullet_list_open', open, close, level)[0];
  const question = tokens[open + 1]?.type === 'paragraph_open' ? tokens[open + 1] : undefined;
  reading.checks += 1;
  if (question) Object.assign(question, { type: 'check_question_open', meta: { number: reading.checks } });
  const items = list ? elements(tokens, 'list_item_open', list[0], list[1], level + 1) : [];
  if (list) for (const token of [tokens[list[0]]!, tokens[list[1]]!]) token.hidden = true;
  const options = items.map((item) => makeOption(tokens, item));
  const line = (tokens[open]!.map?.[0] ?? 0) + 1;
  for (const code of problemsOf(question !== undefined, options))
    reading.problems.push({ line, code, values: {} });
}

function makeChecks(state: StateCore): void {
  const { tokens } = state;
  for (const span of elements(tokens, 'container_open', 0, tokens.length))
    if (tokens[span[0]]!.info === 'cek') makeCheck(tokens, span, readingOf(state.env));
}

const paragraph = (md: MarkdownIt, text: string): string =>
  `<p><strong>${md.utils.escapeHtml(text)}</strong> `;

/** Teaches what stands inside `:::cek`: numbered questions whose options answer when they are opened. */
export function addSelfChecks(md: MarkdownIt): void {
  md.core.ruler.after('block', 'self_checks', makeChecks);
  const question: RendererRule = (tokens, at, _options, env) => {
    const { words, checks } = readingOf(env);
    const number = Number(tokens[at]!.meta?.['number']);
    return paragraph(md, words.t('markdown.selfCheck', { number, total: checks }));
  };
  const verdict: RendererRule = (tokens, at, _options, env) =>
    paragraph(
      md,
      readingOf(env).words.t(tokens[at]!.meta?.['isRight'] ? 'markdown.right' : 'markdown.notRight'),
    );
  Object.assign(md.renderer.rules, { check_question_open: question, check_verdict_open: verdict });
}
