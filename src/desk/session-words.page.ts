import type { CourseModule } from '../courses/course.entity.js';
import { editionOf } from '../courses/edition.js';
import type { Session } from '../courses/session.entity.js';
import type { Words } from '../platform/i18n/words.js';
import { Form } from '../platform/web/form.js';
import { sessionEdition } from './session-words.js';
import type { ModuleForm, SessionForm } from './course-structure.form.js';

export const sessionFormOf = ({ title, summary, outcomes }: Session): Form<SessionForm> => {
  const form = Form.showing<SessionForm>({ title, summary });
  form.value.outcomes = Object.fromEntries(outcomes.map(({ key, text }) => [key, text]));
  return form;
};

/** The words of a session; `isStale` where somebody else has changed them since the page was shown. */
export const sessionWordsPage = (
  session: Session,
  form: Form<SessionForm>,
  words: Words,
  isStale = false,
) => ({
  titleText: words.t('desk.session.title', { session: session.key }),
  key: session.key,
  heading: session.title,
  href: `/courses/${session.courseId}/edit`,
  action: `/courses/${session.courseId}/edit/sessions/${session.id}`,
  seen: sessionEdition(session),
  form,
  outcomes: session.outcomes.map(({ key, text }) => ({
    name: `outcomes[${key}]`,
    key,
    text: form.value.outcomes?.[key] ?? text,
  })),
  stale: isStale
    ? [session.title, session.summary, ...session.outcomes.map(({ text }) => text)].filter(Boolean)
    : null,
});

export const modulePage = (module: CourseModule, form: Form<ModuleForm>, words: Words, isStale = false) => ({
  titleText: words.t('desk.module.title', { number: module.position }),
  heading: module.title,
  href: `/courses/${module.courseId}/edit`,
  action: `/courses/${module.courseId}/edit/modules/${module.id}`,
  seen: editionOf([module.title]),
  form,
  stale: isStale ? [module.title] : null,
});
