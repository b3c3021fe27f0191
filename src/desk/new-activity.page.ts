import type { Session } from '../courses/session.entity.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { NEW_KINDS, type NewActivityForm, SUBMITTERS } from './course-structure.form.js';

/** The form that takes a new activity into a session. */
export const newActivityPage = (session: Session, form: Form<NewActivityForm>, words: Words) => ({
  titleText: words.t('desk.new.title', { session: session.key }),
  heading: session.title,
  href: `/courses/${session.courseId}/edit`,
  action: `/courses/${session.courseId}/edit/sessions/${session.id}/activities`,
  key: String(form.values['key'] ?? ''),
  form,
  kinds: NEW_KINDS.map((kind) => ({ value: kind, text: words.t(`desk.kinds.${kind}`) })),
  submitters: SUBMITTERS.map((submitter) => ({
    value: submitter,
    text: words.t(`desk.new.submitters.${submitter}`),
  })),
});
