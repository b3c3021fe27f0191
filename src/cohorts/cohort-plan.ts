import { planTimetable, type PlannedMeeting, type WeeklySlot } from './timetable.js';

/** A class to be opened: when it meets each week, where, and who teaches it. */
export interface ClassPlan {
  name: string;
  slots: ClassSlot[];
  instructorId: number | null;
}

export interface ClassSlot extends WeeklySlot {
  place: string;
}

/** A cohort as staff open it. */
export interface CohortPlan {
  courseId: number;
  /** Its Roman numeral stands in the certificate numbers. */
  ordinal: number;
  label: string;
  /** The first date on which a class may meet, 2027-08-24. */
  startsOn: string;
  classes: ClassPlan[];
}

/** Two spare meetings follow the sessions: for remedial work and the closing. */
const SPARE_MEETINGS = 2;

interface Calendar {
  /** How many sessions the course has. */
  sessions: number;
  holidays: ReadonlySet<string>;
  timeZone: string;
}

export interface PlannedClass extends ClassPlan {
  meetings: PlannedMeeting<ClassSlot>[];
}

/** Every class with its meetings, or the names of the classes that have no room for them. */
export function planClasses(
  { classes, startsOn }: Pick<CohortPlan, 'classes' | 'startsOn'>,
  { sessions, holidays, timeZone }: Calendar,
): { classes: PlannedClass[] } | { withoutRoom: string[] } {
  const planned = classes.map((one) => {
    const request = { startsOn, slots: one.slots, holidays, sessions, spares: SPARE_MEETINGS, timeZone };
    const timetable = planTimetable(request);
    return { ...one, meetings: 'refusal' in timetable ? null : timetable.meetings };
  });
  const withoutRoom = planned.filter(({ meetings }) => meetings === null).map(({ name }) => name);
  if (withoutRoom.length > 0) return { withoutRoom };
  return { classes: planned.map((one) => ({ ...one, meetings: one.meetings ?? [] })) };
}
