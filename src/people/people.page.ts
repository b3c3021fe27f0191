import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { type PageOfRows, pager } from '../platform/web/paging.js';
import type { ListedPerson } from './people-office.service.js';
import { fullName } from './person-name.js';

export const peoplePage = (people: PageOfRows<ListedPerson>, search: string, words: Words) => ({
  title: 'people.office.title',
  form: { values: { search }, errors: {} },
  isFiltered: search !== '',
  rows: people.rows.map((person) => ({
    id: person.id,
    name: fullName(person),
    contact: person.emailNorm ?? person.phoneNorm ?? '–',
    roles: person.roles.map((role) => words.t(`people.roles.${role}`)).join(', ') || '–',
    isDisabled: person.disabledAt !== null,
    passwordLabel: words.t('people.office.passwordFor', { name: person.name }),
    disableLabel: words.t('people.office.disableWho', { name: person.name }),
  })),
  pager: pager('/people', { search }, people),
});

export const newPersonPage = (
  form: Form<object>,
  campuses: readonly { key: string; name: string }[],
  roles: readonly string[],
  words: Words,
) => ({
  title: 'people.office.new',
  form,
  roles: roles.map((role) => ({ value: role, text: words.t(`people.roles.${role}`) })),
  campuses: campuses.map(({ key, name }) => ({ value: key, text: name })),
});
