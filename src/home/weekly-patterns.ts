/** When and where one class meets on one day of the week; 1 is Monday, 7 Sunday. */
export interface WeeklySlot {
  className: string;
  weekday: number;
  startsAt: string;
  minutes: number;
  place: string;
}

interface WeeklyPattern extends Omit<WeeklySlot, 'className' | 'weekday'> {
  classes: string[];
  weekdays: number[];
}

/** Classes that meet at the same times and places are told together, days of the same time in one line. */
export function weeklyPatterns(slots: readonly WeeklySlot[]): WeeklyPattern[] {
  const lines = merged(
    slots.map(({ className, weekday, ...rest }) => ({ ...rest, classes: [className], weekdays: [weekday] })),
    ({ classes }) => classes.join(),
    (into, { weekdays }) => into.weekdays.push(...weekdays),
  );
  for (const { weekdays } of lines) weekdays.sort((a, b) => a - b);
  return merged(
    lines,
    ({ weekdays }) => weekdays.join(),
    (into, { classes }) => into.classes.push(...classes),
  );
}

/** Joins what agrees in time, place and `key`. */
function merged(
  patterns: readonly WeeklyPattern[],
  key: (pattern: WeeklyPattern) => string,
  join: (into: WeeklyPattern, other: WeeklyPattern) => void,
): WeeklyPattern[] {
  const found = new Map<string, WeeklyPattern>();
  for (const pattern of patterns) {
    const name = JSON.stringify([pattern.startsAt, pattern.minutes, pattern.place, key(pattern)]);
    const before = found.get(name);
    if (before) join(before, pattern);
    else found.set(name, pattern);
  }
  return [...found.values()];
}
