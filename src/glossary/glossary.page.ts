import type { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { termAnchor } from '../platform/markdown/terms.js';
import type { Words } from '../platform/i18n/words.js';
import { Form } from '../platform/web/form.js';
import type { GlossaryList, ShownCourse } from './glossary-list.service.js';
import { byLetter, termsWith } from './glossary-order.js';
import { termEdition } from './term-edition.js';
import { formOf, type GlossaryQuery, type TermForm } from './term.form.js';

/** So many are found by looking. */
const MOST_WITHOUT_SEARCH = 30;

/** The words of a course from A to Z. */
export function glossaryPage({ course, others, mayEdit, terms }: GlossaryList, q: string, words: Words) {
  const found = termsWith(terms, q);
  return {
    title: 'glossary.title',
    course,
    others: others.map(({ id, title }) => ({ href: pathOf(id), title })),
    count: words.t('glossary.count', { count: found.length }),
    hasSearch: terms.length > MOST_WITHOUT_SEARCH || q !== '',
    form: Form.showing<GlossaryQuery>({ q }),
    allHref: course && q !== '' ? pathOf(course.id) : null,
    addHref: course && mayEdit ? `/glossary/new?course=${course.id}` : null,
    groups: byLetter(found).map(({ letter, terms: of }) => ({
      letter,
      anchor: `huruf-${letter === '#' ? 'lain' : letter}`,
      terms: of.map((term) => termItem(term, mayEdit, words)),
    })),
    nothing: nothingText(course, terms.length > 0),
  };
}

const pathOf = (courseId: number): string => `/glossary?course=${courseId}`;

function nothingText(course: ShownCourse | null, hasTerms: boolean): string {
  if (!course) return 'glossary.nothing.course';
  return hasTerms ? 'glossary.nothing.found' : 'glossary.nothing.terms';
}

const termItem = ({ id, key, term, aliases, meaning }: GlossaryTerm, mayEdit: boolean, words: Words) => ({
  anchor: termAnchor(key),
  term,
  also: aliases.length > 0 ? words.t('glossary.also', { aliases: aliases.join(', ') }) : '',
  meaning,
  editHref: mayEdit ? `/glossary/${id}` : null,
});

/** The form of a new term. */
export const newTermPage = (course: ShownCourse, form: Form<TermForm>) => ({
  title: 'glossary.edit.new',
  action: '/glossary',
  back: { href: pathOf(course.id), title: course.title },
  courseId: course.id,
  form,
});

/** The editor of one term; `isNewer`: somebody else has changed it since the page was shown. */
export const termPage = (term: GlossaryTerm, words: Words, form = formOf(term), isNewer = false) => ({
  titleText: words.t('glossary.edit.title', { term: term.term }),
  action: `/glossary/${term.id}`,
  back: { href: pathOf(term.courseId), title: words.t('glossary.title') },
  edition: termEdition(term),
  form,
  newer: isNewer ? { ...termItem(term, false, words) } : null,
  removal: `/glossary/${term.id}/removal`,
});
