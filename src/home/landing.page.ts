import type { Words } from '../platform/i18n/words.js';
import { romanNumeral } from '../platform/roman-numeral.js';
import type { Programme } from './programme.service.js';
import { type WeeklySlot, weeklyPatterns } from './weekly-patterns.js';

/** The public page: what the programme is, its cohort, and figures that come from the course itself. */
export function landingPage(programme: Programme | null, words: Words) {
  return {
    title: 'home.landing.title',
    figures: programme ? figuresOf(programme, words) : [],
    modules: programme?.modules.map(({ title, hours }) => ({
      title,
      hours: words.t('home.landing.hours', { count: hours }),
    })),
    cohort: programme?.cohort ? cohortPanel(programme, programme.cohort, words) : null,
  };
}

function figuresOf({ sessions, modules, course }: Programme, words: Words) {
  const hours = modules.reduce((sum, module) => sum + module.hours, 0);
  const figures = [
    { count: sessions, label: words.t('home.landing.figures.sessions') },
    { count: modules.length, label: words.t('home.landing.figures.modules') },
    { count: hours, label: words.t('home.landing.figures.hours') },
    { count: course.practiceHours, label: words.t('home.landing.figures.practice') },
  ];
  return figures.filter(({ count }) => count > 0);
}

function cohortPanel(programme: Programme, cohort: NonNullable<Programme['cohort']>, words: Words) {
  const { span, slots } = programme;
  const dates = span
    ? `${words.date(span.from)} – ${words.date(span.to)}`
    : words.t('home.landing.from', { day: words.calendarDay(cohort.startsOn) });
  return {
    name: words.t('home.cohort', { number: romanNumeral(cohort.ordinal) }),
    status: `home.landing.status.${cohort.status}`,
    dates,
    slots: weeklyPatterns(slots.map(asWeekly)).map(({ classes, weekdays, startsAt, minutes, place }) =>
      [
        classes.join(', '),
        `${weekdayList(weekdays, words)}, ${words.clockSpan(startsAt, minutes)}`,
        place,
      ].join(' · '),
    ),
  };
}

const asWeekly = ({
  classGroup,
  weekday,
  startsAt,
  minutes,
  place,
}: Programme['slots'][number]): WeeklySlot => ({
  className: classGroup.name,
  weekday,
  startsAt,
  minutes,
  place,
});

function weekdayList(weekdays: readonly number[], words: Words): string {
  const names = weekdays.map((day) => words.weekday(day));
  return new Intl.ListFormat(words.language, { type: 'conjunction' }).format(names);
}
