import { QUESTION_LEVELS } from '../courses/question-level.js';
import type { Session } from '../courses/session.entity.js';
import type { Words } from '../platform/i18n/words.js';
import { type PageOfRows, pager } from '../platform/web/paging.js';
import { QUESTION_TYPE_NAMES } from '../quizzes/question-types/question-type.js';
import type { QuestionListQuery } from './question.form.js';
import type { ListedQuestion } from './question-list.service.js';

interface Bank {
  courses: readonly { id: number; title: string }[];
  /** Undefined for who teaches none. */
  course: { id: number; title: string } | undefined;
  sessions: readonly Session[];
  found: PageOfRows<ListedQuestion> | undefined;
}

const LONGEST_STEM = 160;

/** The bank of a course: a filter, the questions, and where to begin a new one. */
export function questionListPage(
  { courses, course, sessions, found }: Bank,
  query: QuestionListQuery,
  words: Words,
) {
  const { session, type, level, q } = query;
  const types = QUESTION_TYPE_NAMES.map((name) => ({ value: name, text: words.t(`quizzes.types.${name}`) }));
  const filter = {
    course: String(course?.id ?? ''),
    session: String(session ?? ''),
    type: type ?? '',
    level: level ?? '',
    q,
  };
  return {
    title: 'bank.title',
    course: course ?? null,
    courses: courses.map(({ id, title }) => ({ value: id, text: title })),
    manyCourses: courses.length > 1,
    sessions: sessions.map(({ number, key, title }) => ({ value: number, text: `${key} · ${title}` })),
    sessionIds: sessions.map(({ id, key, title, number }) => ({
      value: id,
      text: `${key} · ${title}`,
      isChosen: number === session,
    })),
    types,
    levels: QUESTION_LEVELS.map((name) => ({ value: name, text: words.t(`bank.levels.${name}`) })),
    form: { values: filter, errors: {} },
    rows: (found?.rows ?? []).map((question) => rowOf(question, words)),
    isFiltered: session !== null || type !== null || level !== null || q !== '',
    pager: found ? pager('/question-bank', filter, found) : null,
  };
}

const rowOf = ({ id, key, session, mustPass, type, stem, tags, version }: ListedQuestion, words: Words) => ({
  href: `/questions/${id}/edit`,
  key,
  session: `P${session}`,
  stem: inOneLine(stem),
  mustPass,
  type: words.t(`quizzes.types.${type}`),
  level: words.has(`bank.levels.${tags['level']}`) ? words.t(`bank.levels.${tags['level']}`) : '',
  version: words.t('bank.version', { number: version }),
});

/** The signs by which Markdown makes words bold mean nothing in a list. */
function inOneLine(stem: string): string {
  const plain = stem.replaceAll('**', '');
  return plain.length > LONGEST_STEM ? `${plain.slice(0, LONGEST_STEM)}…` : plain;
}
