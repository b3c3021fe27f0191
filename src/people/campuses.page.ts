import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import type { Campus, CampusName } from './campus.entity.js';
import type { CampusInUse } from './campus-office.service.js';

export const campusesPage = (campuses: readonly CampusInUse[], form: Form<object>, words: Words) => ({
  title: 'people.campuses.title',
  form,
  campuses: campuses.map(({ id, key, name, shortName, students, coordinators }) => ({
    id,
    key,
    name,
    shortName,
    students: words.t('people.campuses.students', { count: students }),
    coordinators: words.t('people.campuses.coordinators', { count: coordinators }),
  })),
});

export const campusPage = (
  { id, key }: Campus,
  names: readonly CampusName[],
  form: Form<object>,
  words: Words,
) => ({
  titleText: names[0]?.name ?? key,
  id,
  key,
  form,
  names: names.map(({ name, shortName, validFrom }) => ({
    name,
    shortName,
    since: words.t('people.campuses.since', { day: words.calendarDay(validFrom) }),
  })),
});
