import type { Words } from '../platform/i18n/words.js';
import { activityName, activityRow } from './activity-row.page.js';
import type { LearnerSession } from './learner-session.js';
import type { SessionReading } from './session-readings.service.js';

/** One session: when and where it is, what one can do afterwards, and what belongs to it. */
export function sessionPage({ session, plan, nearby, isPreview, now }: SessionReading, words: Words) {
  const neighbour = (step: number) => neighbourOf(nearby, session.number + step);
  return {
    titleText: `${session.key} ${session.title}`,
    heading: session.title,
    key: session.key,
    shape: session.track === 'mentoring' ? 'sp' : 'pk',
    context: [
      words.t(`lessons.tracks.${session.track}`),
      words.t('lessons.module', { number: session.module.position, title: session.module.title }),
    ].join(' · '),
    meeting: meetingText(session, words),
    isPreview,
    summary: plan.summary,
    outcomes: plan.outcomes.map(({ text }) => text),
    unit: plan.unit,
    activities: activityRows(session, now, words),
    before: neighbour(-1),
    after: neighbour(1),
  };
}

/** The activities of a session, where the session itself is plain. */
export const activityRows = (session: LearnerSession, now: Date, words: Words) =>
  session.activities.map((activity) => ({
    ...activityRow(activity, activityName(activity, session, words).within, now, words),
    id: activity.id,
  }));

function meetingText({ meeting }: LearnerSession, words: Words) {
  if (!meeting) return null;
  return {
    when: `${words.day(meeting.startsAt)}, ${words.span(meeting.startsAt, meeting.endsAt)}`,
    where: [meeting.place, meeting.instructor].filter(Boolean).join(' · '),
    isCancelled: meeting.status === 'cancelled',
  };
}

function neighbourOf(nearby: readonly LearnerSession[], number: number) {
  const session = nearby.find((one) => one.number === number);
  return session ? sessionLink(session) : null;
}

/** A session as the way on and back names it. */
export const sessionLink = ({ id, key, title }: LearnerSession) => ({
  href: `/sessions/${id}`,
  title: `${key} · ${title}`,
});
