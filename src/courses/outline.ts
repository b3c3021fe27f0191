import type { ActivityBrief } from './activity-content.js';
import type { Activity } from './activity.entity.js';
import type { Session } from './session.entity.js';

/** A published activity as lists show it. */
export interface OutlineActivity extends Pick<
  Activity,
  | 'id'
  | 'sessionId'
  | 'position'
  | 'kind'
  | 'title'
  | 'required'
  | 'opensRule'
  | 'dueRule'
  | 'passMark'
  | 'critical'
  | 'submitsAs'
> {
  versionId: number;
  brief: ActivityBrief;
}

export interface OutlineSession extends Pick<Session, 'id' | 'number' | 'key' | 'title' | 'track'> {
  module: { position: number; title: string; hours: number };
  /** In their order; empty while nothing is published. */
  activities: OutlineActivity[];
}

/** One row an activity, as the database gives it. */
export interface OutlineRow extends Omit<OutlineActivity, 'id' | 'required' | 'brief'> {
  number: number;
  sessionKey: string;
  sessionTitle: string;
  track: OutlineSession['track'];
  modulePosition: number;
  moduleTitle: string;
  moduleHours: number;
  /** Null in the one row of a session without activities. */
  id: number | null;
  required: number;
  brief: string;
}

/** Rows in the order of the syllabus, gathered under their sessions. */
export function bySession(rows: readonly OutlineRow[]): OutlineSession[] {
  const sessions: OutlineSession[] = [];
  for (const row of rows) {
    if (sessions.at(-1)?.id !== row.sessionId) sessions.push(sessionOf(row));
    if (row.id !== null) sessions.at(-1)?.activities.push(activityOf(row, row.id));
  }
  return sessions;
}

const sessionOf = (row: OutlineRow): OutlineSession => ({
  id: row.sessionId,
  number: row.number,
  key: row.sessionKey,
  title: row.sessionTitle,
  track: row.track,
  module: { position: row.modulePosition, title: row.moduleTitle, hours: row.moduleHours },
  activities: [],
});

const activityOf = (row: OutlineRow, id: number): OutlineActivity => ({
  id,
  sessionId: row.sessionId,
  position: row.position,
  kind: row.kind,
  title: row.title,
  required: Boolean(row.required),
  opensRule: row.opensRule,
  dueRule: row.dueRule,
  passMark: row.passMark,
  critical: row.critical,
  submitsAs: row.submitsAs,
  versionId: row.versionId,
  brief: JSON.parse(row.brief) as ActivityBrief,
});
