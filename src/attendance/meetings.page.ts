import type { Meeting } from '../cohorts/meeting.entity.js';
import type { Words } from '../platform/i18n/words.js';
import type { MeetingList } from './meeting-list.service.js';
import { isRegisterOpen } from './register-rules.js';

/** Meetings by day: today's first, then what comes, then what was, the newest first. */
export function meetingsPage({ now, meetings }: MeetingList, words: Words) {
  const today = words.isoDay(now);
  const dayOf = (meeting: Meeting): string => words.isoDay(meeting.startsAt);
  const item = (meeting: Meeting) => meetingItem(meeting, now, words);
  return {
    title: 'attendance.meetings.title',
    today: meetings.filter((meeting) => dayOf(meeting) === today).map(item),
    coming: meetings.filter((meeting) => dayOf(meeting) > today).map(item),
    past: meetings
      .filter((meeting) => dayOf(meeting) < today)
      .toReversed()
      .map(item),
    isEmpty: meetings.length === 0,
  };
}

/** One meeting in a list, with where it leads. */
export function meetingItem(meeting: Meeting, now: Date, words: Words) {
  return {
    id: meeting.id,
    name: meetingName(meeting, words),
    when: `${words.day(meeting.startsAt)}, ${words.span(meeting.startsAt, meeting.endsAt)}`,
    where: [meeting.classGroup.cohort.label, meeting.classGroup.name, meeting.place]
      .filter(Boolean)
      .join(' · '),
    canRegister: isRegisterOpen(meeting.startsAt, now),
    isHeld: meeting.status === 'held',
  };
}

/** "P10 · Izin Edar"; a spare slot has a name of its own. */
export const meetingName = ({ session }: Meeting, words: Words): string =>
  session ? `P${session.number} · ${session.title}` : words.t('attendance.meetings.spare');
