import type { LearnerActivity, LearnerSession } from '../../src/lessons/learner-session.js';

let ids = 0;

/** An activity for the specs of rules: a required lesson that is open, unless told otherwise. */
export function learnerActivity(more: Partial<LearnerActivity> = {}): LearnerActivity {
  ids += 1;
  return {
    id: ids,
    sessionId: 1,
    versionId: ids,
    position: 1,
    kind: 'lesson',
    title: `Kegiatan ${ids}`,
    required: true,
    opensRule: '-3d',
    dueRule: null,
    passMark: null,
    critical: null,
    submitsAs: 'individual',
    brief: {},
    opensAt: null,
    dueAt: null,
    standing: 'open',
    progress: null,
    ...more,
  };
}

/** A session of two hours on a day (`2027-08-31`, 15.30 WIB), or without a plan. */
export function learnerSession(
  number: number,
  day: string | null,
  activities: LearnerActivity[] = [],
): LearnerSession {
  const startsAt = new Date(`${day}T08:30:00Z`);
  return {
    id: number,
    number,
    key: `P${number}`,
    title: `Pertemuan ${number}`,
    track: 'mentoring',
    module: { position: 1, title: 'Modul satu', hours: 8 },
    meeting: day
      ? {
          id: number,
          sessionId: number,
          startsAt,
          endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
          place: 'Aula PLUT',
          status: 'planned',
          instructor: 'Elsi Bahen',
        }
      : null,
    activities: activities.map((activity) => ({ ...activity, sessionId: number })),
  };
}

/** Days as the calendar of Palangka Raya names them. */
export const dayInPalangkaRaya = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
