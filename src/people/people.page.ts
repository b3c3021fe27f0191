import { roles } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { type PageOfRows, pager } from '../platform/web/paging.js';
import type { ListedPerson } from './people-list.service.js';
import type { Person } from './person.entity.js';
import type { PeopleQuery } from './person.form.js';
import { fullName } from './person-name.js';

type Campuses = readonly { key: string; name: string }[];

const asOptions = (campuses: Campuses) => campuses.map(({ key, name }) => ({ value: key, text: name }));

export function peoplePage(
  people: PageOfRows<ListedPerson>,
  { search, role, campus }: PeopleQuery,
  campuses: Campuses,
  words: Words,
) {
  const query = { search, role: role ?? '', campus };
  return {
    title: 'people.office.title',
    form: { values: query, errors: {} },
    isFiltered: Object.values(query).some((value) => value !== ''),
    roles: roles.map((value) => ({ value, text: words.t(`people.roles.${value}`) })),
    campuses: asOptions(campuses),
    rows: people.rows.map((person) => ({
      id: person.id,
      name: fullName(person),
      nim: person.nim,
      mayChange: person.mayChange,
      contact: person.emailNorm ?? person.phoneNorm ?? '–',
      roles: person.roles.map((held) => words.t(`people.roles.${held}`)).join(', ') || '–',
      isDisabled: person.disabledAt !== null,
    })),
    pager: pager('/people', query, people),
  };
}

export const newPersonPage = (
  form: Form<object>,
  campuses: Campuses,
  givable: readonly string[],
  words: Words,
) => ({
  title: 'people.office.new',
  form,
  roles: givable.map((role) => ({ value: role, text: words.t(`people.roles.${role}`) })),
  campuses: asOptions(campuses),
});

export const slipPage = (
  { person, password, until }: { person: Person; password: string; until: Date },
  words: Words,
) => ({
  title: 'people.office.slip',
  name: fullName(person),
  account: person.emailNorm ?? person.phoneNorm ?? '',
  password,
  until: words.instant(until),
});
