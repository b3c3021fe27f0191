import { activityPath } from '../courses/activity-path.js';
import type { Fact } from '../courses/fact.entity.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { pageOf, pager } from '../platform/web/paging.js';
import type { CheckDays, CheckReason } from './fact-check.js';
import { factEdition } from './fact-edition.js';
import type { FactList, ListedFact } from './fact-list.service.js';
import { type FactFilter, factFilters, type FactForm, type FactsQuery } from './fact.form.js';
import { factFlags } from './stated-fact.js';
import type { ShowingText } from '../courses/fact-texts.service.js';

const holds: Record<FactFilter, (listed: ListedFact) => boolean> = {
  due: ({ reasons }) => reasons.length > 0,
  flagged: ({ fact }) => fact.flag !== null,
  all: () => true,
};

/** What has to be checked before a cohort starts. */
export function factsPage(
  { courses, course, facts, days }: FactList,
  { show, page }: Pick<FactsQuery, 'show' | 'page'>,
  words: Words,
) {
  const shown = pageOf(facts.filter(holds[show]), page);
  const courseId = String(course?.id ?? '');
  return {
    title: 'facts.title',
    course: course?.title,
    others: courses
      .filter(({ id }) => id !== course?.id)
      .map(({ id, title }) => ({ href: `/facts?course=${id}`, title })),
    deadline: deadlineText(days, words),
    filters: factFilters.map((filter) => ({
      href: `/facts?course=${courseId}&show=${filter}`,
      text: words.t(`facts.filters.${filter}`, { count: facts.filter(holds[filter]).length }),
      isCurrent: filter === show,
    })),
    nothing: nothingText(course !== null, show),
    facts: shown.rows.map((listed) => factItem(listed, words)),
    pager: pager('/facts', { course: courseId, show }, shown),
  };
}

const deadlineText = ({ since }: CheckDays, words: Words): string =>
  since === null ? '' : words.t('facts.since', { day: words.calendarDay(since) });

const nothingText = (hasCourse: boolean, show: FactFilter): string =>
  hasCourse ? `facts.nothing.${show}` : 'facts.nothing.course';

function factItem({ fact, reasons, checkedBy, texts }: ListedFact, words: Words) {
  return {
    ...factFrame(fact, words),
    source: fact.source,
    states: reasons.map((reason) => reasonState(reason, fact, words)),
    isFlagged: fact.flag !== null && !reasons.includes('flagged'),
    checked: words.t(checkedBy ? 'facts.checkedBy' : 'facts.checked', {
      day: words.calendarDay(fact.checkedOn),
      name: checkedBy,
    }),
    expires: expiryText(fact, words),
    isExpired: reasons.includes('expired'),
    texts: textLinks(texts),
  };
}

/** What a list and the editor show alike. */
const factFrame = (fact: Fact, words: Words) => ({
  id: fact.id,
  reference: `{fakta:${fact.key}}`,
  value: [fact.value, fact.unit].filter(Boolean).join(' '),
  note: fact.note,
  flag: fact.flag === null ? null : words.t(`facts.flags.${fact.flag}`),
  edition: factEdition(fact),
});

const expiryText = ({ expiresOn }: Fact, words: Words): string =>
  expiresOn === null ? '' : words.t('facts.expires', { day: words.calendarDay(expiresOn) });

function reasonState(reason: CheckReason, { flag }: Fact, words: Words) {
  const text = reason === 'flagged' ? `facts.flags.${flag}` : `facts.reasons.${reason}`;
  return { look: reason === 'expired' ? 'bad' : 'wait', text: words.t(text) };
}

const textLinks = (texts: readonly ShowingText[]) =>
  texts.map((text) => ({ href: activityPath(text), title: `${text.session} · ${text.title}` }));

/** The editor of one fact; `newer` is what somebody else has made of it since the page was shown. */
export const factPage = (
  fact: Fact,
  form: Form<FactForm>,
  words: Words,
  newer: { by: string } | null = null,
) => ({
  ...factFrame(fact, words),
  titleText: words.t('facts.edit.title', { key: fact.key }),
  courseHref: `/facts?course=${fact.courseId}`,
  form,
  flags: factFlags.map((flag) => ({ value: flag, text: words.t(`facts.flags.${flag}`) })),
  newer: newer && {
    ...newer,
    source: fact.source,
    checked: words.t('facts.checkedBy', { day: words.calendarDay(fact.checkedOn), name: newer.by }),
    expires: expiryText(fact, words),
  },
});
