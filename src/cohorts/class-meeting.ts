import type { MeetingStatus } from './meeting.entity.js';

/** A meeting as its class knows it. */
export interface ClassMeeting {
  id: number;
  /** Null: a spare slot (remedial, closing). */
  sessionId: number | null;
  startsAt: Date;
  endsAt: Date;
  place: string;
  status: MeetingStatus;
  /** '' where nobody is named yet. */
  instructor: string;
}
