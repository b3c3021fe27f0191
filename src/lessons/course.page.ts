import type { OutlineActivity, OutlineSession } from '../courses/outline.js';
import { isOffice } from '../people/office.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { activityName, sizeText, type StateText } from './activity-row.page.js';
import { activityPath } from '../courses/activity-path.js';
import { type CourseWeek, courseWeeks } from './course-weeks.js';
import type { LearnerSession } from './learner-session.js';
import { openedBytes, openedLessons } from './opened-lessons.js';
import { type NextActivity, nextActivity } from './next-activity.js';
import { markOf, noteOf, type SessionMark, type SessionNote, type Today } from './session-note.js';

/** The course of one learner: what to go on with, then the path, with weeks gone by folded. */
export function coursePage(
  sessions: readonly LearnerSession[],
  { courseId, now }: { courseId: number; now: Date },
  words: Words,
) {
  const today: Today = { day: words.isoDay(now), dayOf: (at) => words.isoDay(at) };
  const weeks = courseWeeks(sessions, today.dayOf, today.day);
  const isFolded = (week: CourseWeek): boolean => isLongAgo(week, weeks);
  const item = (session: LearnerSession) => sessionItem(session, today, words);
  const next = nextActivity(sessions, now);
  return {
    ...courseFrame(sessions, words),
    print: printLink(sessions, courseId, words),
    glossaryHref: '/glossary',
    next: next && { ...nextItem(next, words), size: sizeText(next.activity, words) },
    isUnplanned: sessions.every(({ meeting }) => meeting === null),
    folded: foldedItem(weeks.filter(isFolded), item, words),
    weeks: weeks
      .filter((week) => !isFolded(week))
      .map((week) => ({ label: weekLabel(week, words), sessions: week.sessions.map(item) })),
  };
}

interface TaughtCourse {
  id: number;
  title: string;
}

/** The same course for who teaches it: no dates and no states, for each class has its own. */
export const previewPage = (
  sessions: readonly LearnerSession[],
  course: TaughtCourse,
  taught: readonly TaughtCourse[],
  { actor, words }: { actor: Actor; words: Words },
) => ({
  ...courseFrame(sessions, words),
  preview: course.title,
  importHref: importHrefFor(actor),
  print: printLink(sessions, course.id, words),
  glossaryHref: `/glossary?course=${course.id}`,
  editHref: `/courses/${course.id}/edit`,
  pack: `/courses/${course.id}/pack.zip`,
  bankHref: `/question-bank?course=${course.id}`,
  others: taught
    .filter(({ id }) => id !== course.id)
    .map(({ id, title }) => ({ href: `/course?course=${id}`, title })),
  weeks: [{ label: '', sessions: sessions.map((session) => sessionFrame(session, words)) }],
});

/** For a learner who is in no cohort, and for who teaches no course yet. */
export const unenrolledPage = (actor: Actor) => ({
  title: 'lessons.course.title',
  nothing: hasRole(actor, 'student') ? 'lessons.course.unenrolled' : 'lessons.course.untaught',
  importHref: importHrefFor(actor),
});

const importHrefFor = (actor: Actor): string | null => (isOffice(actor) ? '/courses/import' : null);

const courseFrame = (sessions: readonly OutlineSession[], words: Words) => {
  const hours = new Map(sessions.map(({ module }) => [module.position, module.hours]));
  const count = [...hours.values()].reduce((sum, of) => sum + of, 0);
  return {
    title: 'lessons.course.title',
    nothing: sessions.length === 0 ? 'lessons.course.empty' : null,
    totals: `${words.t('lessons.sessions', { count: sessions.length })} · ${words.t('lessons.hours', { count })}`,
  };
};

/** To the sheet of all lessons that are open, with what it costs; null while none is. */
function printLink(sessions: readonly LearnerSession[], courseId: number, words: Words) {
  const opened = openedLessons(sessions).length;
  if (opened === 0) return null;
  const lessons = sessions.flatMap(({ activities }) => activities.filter(({ kind }) => kind === 'lesson'));
  const key = opened === lessons.length ? 'whole' : 'opened';
  const size = words.size(openedBytes(sessions));
  return { href: `/courses/${courseId}/print`, text: words.t(`lessons.prints.link.${key}`, { size }) };
}

/** A button that names what it does, for what comes next. */
export const nextItem = ({ session, activity }: NextActivity, words: Words) => ({
  title: activityName(activity, session, words).alone,
  href: activityPath(activity),
  button: words.t(`lessons.begin.${activity.standing === 'returned' ? 'revise' : activity.kind}`),
});

/** The week before this one stays in view: its work is often still due. */
function isLongAgo(week: CourseWeek, weeks: readonly CourseWeek[]): boolean {
  const past = weeks.filter(({ when }) => when === 'past');
  return past.slice(0, -1).includes(week);
}

function foldedItem(
  weeks: readonly CourseWeek[],
  item: (session: LearnerSession) => ReturnType<typeof sessionItem>,
  words: Words,
) {
  if (weeks.length === 0) return null;
  const sessions = weeks.flatMap((week) => week.sessions.map(item));
  const [first, last] = [weeks[0]?.number, weeks.at(-1)?.number];
  const label = first === last ? `${first}` : `${first}–${last}`;
  return {
    label: words.t('lessons.course.weeks', { weeks: label }),
    count: words.t('lessons.sessions', { count: sessions.length }),
    worst: sessions.find(({ state }) => state.look === 'bad')?.state ?? null,
    sessions,
  };
}

function weekLabel({ number, when }: CourseWeek, words: Words): string {
  if (number === null) return words.t('lessons.course.unplanned');
  const week = words.t('lessons.course.weeks', { weeks: number });
  return when === 'present' ? words.t('lessons.course.thisWeek', { week }) : week;
}

function sessionItem(session: LearnerSession, today: Today, words: Words) {
  const mark = markOf(session, today);
  const { meeting } = session;
  const frame = sessionFrame(session, words);
  const isToday = meeting && today.dayOf(meeting.startsAt) === today.day;
  const when = !meeting
    ? ''
    : isToday
      ? words.t('lessons.course.today', { time: words.time(meeting.startsAt) })
      : words.dayAndMonth(meeting.startsAt);
  return {
    ...frame,
    mark,
    meta: [when, frame.meta].filter(Boolean).join(' · '),
    state: noteText(noteOf(session, today), mark, words),
  };
}

const sessionFrame = ({ id, key, title, track, module, activities }: OutlineSession, words: Words) => ({
  key,
  title,
  href: `/sessions/${id}`,
  shape: track === 'mentoring' ? 'sp' : 'pk',
  track: words.t(`lessons.tracks.${track}`),
  meta: [
    words.t('lessons.module', { number: module.position, title: module.title }),
    readingText(activities, words),
  ]
    .filter(Boolean)
    .join(' · '),
  mark: '',
});

/** What there is to read in a session, and what it costs to open: "bacaan 12 menit, 96 kB". */
function readingText(activities: readonly OutlineActivity[], words: Words): string {
  const lessons = activities.filter(({ kind }) => kind === 'lesson');
  const sum = (of: 'minutes' | 'bytes') => lessons.reduce((total, { brief }) => total + (brief[of] ?? 0), 0);
  if (lessons.length === 0) return '';
  return words.t('lessons.course.reading', { count: sum('minutes'), size: words.size(sum('bytes')) });
}

function noteText(note: SessionNote, mark: SessionMark, words: Words): StateText {
  switch (note.kind) {
    case 'returned':
    case 'overdue':
    case 'missed':
      return { look: 'bad', icon: 'alert', text: words.t(`lessons.note.${note.kind}.${note.activity.kind}`) };
    case 'dueToday': {
      const time = note.activity.dueAt ? words.time(note.activity.dueAt) : '';
      return {
        look: 'wait',
        icon: 'clock',
        text: words.t(`lessons.note.dueToday.${note.activity.kind}`, { time }),
      };
    }
    case 'done': {
      const text = note.score === null ? words.t('lessons.note.done') : words.score(note.score);
      return { look: 'ok', icon: 'check', text };
    }
    case 'partly':
      return { look: '', icon: '', text: words.t('lessons.note.partly', { done: note.done, of: note.of }) };
    default:
      return {
        look: mark === 'today' ? 'wait' : '',
        icon: noteIcons[note.kind],
        text: words.t(`lessons.note.${note.kind}`),
      };
  }
}

const noteIcons = {
  today: 'clock',
  waiting: 'clock',
  locked: 'lock',
  unplanned: 'lock',
  readable: '',
  empty: '',
};
