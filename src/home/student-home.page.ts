import { attendanceStrip } from '../attendance/attendance.page.js';
import { countAttendance } from '../attendance/attendance-rules.js';
import type { ClassMeeting } from '../cohorts/class-meeting.js';
import {
  activityName,
  activityRow,
  dueText,
  leftText,
  sizeText,
  standingText,
} from '../lessons/activity-row.page.js';
import { nextItem } from '../lessons/course.page.js';
import { presentWeek } from '../lessons/course-weeks.js';
import type { LearnerActivity, LearnerSession } from '../lessons/learner-session.js';
import { type NextActivity, nextActivity } from '../lessons/next-activity.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { recallPanel } from '../recall/recall.page.js';
import { greetingPage } from './greeting.page.js';
import type { StudentHome } from './student-home.service.js';
import { type DatedItem, dueSoon, recentlyJudged, wayOf } from './what-matters.js';

/** What now? First what is next, then today's meeting, what is due, what was judged, and how far it is. */
export function studentHomePage(home: StudentHome, actor: Actor, words: Words) {
  const { sessions, meetings, now } = home;
  const next = nextActivity(sessions, now);
  const due = dueSoon(sessions, now).filter(({ activity }) => activity !== next?.activity);
  return {
    ...greetingPage(actor, now, words),
    week: weekText(meetings, now, words),
    next: next && nextPanel(next, now, words),
    isOver: home.place.cohort.status === 'finished',
    hasContent: sessions.some(({ activities }) => activities.length > 0),
    meeting: meetingPanel(home, now, words),
    recall: recallPanel(home.recall, words),
    due: due.map((item) => dueRow(item, now, words)),
    judged: recentlyJudged(sessions, now).map((item) => judgedRow(item, now, words)),
    way: wayPanel(sessions, words),
    attendance: attendancePanel(home, words),
  };
}

function weekText(meetings: readonly ClassMeeting[], now: Date, words: Words): string {
  const week = presentWeek(meetings, (at) => words.isoDay(at), words.isoDay(now));
  return week ? words.t('home.week', { ...week }) : '';
}

function nextPanel(next: NextActivity, now: Date, words: Words) {
  const { activity } = next;
  const details = [sizeText(activity, words), whenText(activity, words)].filter(Boolean).join('. ');
  const isLate = activity.standing === 'overdue' || activity.standing === 'returned';
  if (isLate) return { ...nextItem(next, words), details, state: standingText(activity, now, words) };
  return { ...nextItem(next, words), details, state: activity.dueAt && leftText(activity.dueAt, now, words) };
}

/** Of returned work the day that counts is the one on which it came back. */
function whenText(activity: LearnerActivity, words: Words): string {
  if (activity.standing !== 'returned' || !activity.progress) return dueText(activity, words);
  return words.t('home.returnedOn', { day: words.dayAndMonth(activity.progress.at) });
}

/** Those of today; where there are none, the next one. */
function meetingPanel({ meetings, sessions }: StudentHome, now: Date, words: Words) {
  const today = words.isoDay(now);
  const ofToday = meetings.filter(({ startsAt }) => words.isoDay(startsAt) === today);
  const coming = meetings
    .filter(({ startsAt, status }) => startsAt > now && status !== 'cancelled')
    .slice(0, 1);
  const shown = ofToday.length > 0 ? ofToday : coming;
  if (shown.length === 0) return null;
  return {
    heading: ofToday.length > 0 ? 'home.meetingToday' : 'home.nextMeeting',
    items: shown.map((meeting) => meetingItem(meeting, sessions, ofToday.length > 0, words)),
  };
}

function meetingItem(
  { sessionId, startsAt, endsAt, place, instructor, status }: ClassMeeting,
  sessions: readonly LearnerSession[],
  isToday: boolean,
  words: Words,
) {
  const session = sessions.find(({ id }) => id === sessionId);
  const when = words.span(startsAt, endsAt);
  return {
    title: session ? `${session.key} · ${session.title}` : words.t('home.spareMeeting'),
    href: session ? `/sessions/${session.id}` : null,
    details: [isToday ? when : `${words.dayAndMonth(startsAt)}, ${when}`, place, instructor]
      .filter(Boolean)
      .join(' · '),
    isCancelled: status === 'cancelled',
  };
}

/** A lesson without a date of its own is for its meeting. */
function dueRow({ session, activity, at }: DatedItem, now: Date, words: Words) {
  const row = activityRow(activity, activityName(activity, session, words).alone, now, words);
  if (activity.dueAt) return row;
  const readBefore = words.t('home.readBefore', { when: words.dayAndMonth(at) });
  return { ...row, meta: `${readBefore} · ${sizeText(activity, words)}` };
}

const judgedRow = ({ session, activity, at }: DatedItem, now: Date, words: Words) => ({
  ...activityRow(activity, activityName(activity, session, words).alone, now, words),
  meta: words.dayAndMonth(at),
});

function wayPanel(sessions: readonly LearnerSession[], words: Words) {
  const way = wayOf(sessions);
  return {
    ...way.sessions,
    count: words.t('home.way.sessions', way.sessions),
    required: words.t('home.way.required', way.required),
    isComplete: way.required.of > 0 && way.required.done === way.required.of,
  };
}

function attendancePanel({ place, sessions, marks }: StudentHome, words: Words) {
  const planned = sessions
    .flatMap(({ number, meeting }) => (meeting ? [{ number, meeting }] : []))
    .toSorted((a, b) => a.meeting.startsAt.getTime() - b.meeting.startsAt.getTime());
  if (planned.length === 0) return null;
  const count = countAttendance([...marks.values()], place.cohort.rules.attendance);
  const cells = planned.map(({ number, meeting }) => ({
    meeting: { session: { number } },
    status: marks.get(meeting.id)?.status ?? null,
  }));
  return {
    strip: attendanceStrip(cells, words),
    present:
      count.marked > 0
        ? words.t('attendance.present', {
            present: count.present,
            marked: count.marked,
            planned: planned.length,
          })
        : '',
  };
}
