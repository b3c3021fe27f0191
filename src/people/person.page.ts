import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import type { OpenedPerson } from './person-edits.service.js';
import type { PersonEditForm } from './person.form.js';
import { fullName } from './person-name.js';

type Campuses = readonly { id: number; key: string; name: string }[];

/** What stands in the fields before anybody types. */
export const asTyped = ({ person, held }: OpenedPerson, campuses: Campuses) => ({
  nameBefore: person.nameBefore,
  name: person.name,
  nameAfter: person.nameAfter,
  email: person.emailNorm ?? '',
  phone: person.phoneNorm ?? '',
  roles: held.map(({ role }) => role),
  campuses: campuses
    .filter(({ id }) => held.some((grant) => grant.scope === 'campus' && grant.scopeId === id))
    .map(({ key }) => key),
});

export function personPage(
  { person, held, records }: OpenedPerson,
  form: Form<PersonEditForm>,
  campuses: Campuses,
  roles: readonly string[],
  words: Words,
) {
  return {
    titleText: fullName(person),
    id: person.id,
    form,
    hasErrors: !form.ok,
    summary: [...new Set(held.map(({ role }) => words.t(`people.roles.${role}`)))].join(', '),
    isDisabled: person.disabledAt !== null,
    hasPassword: person.passwordHash !== null,
    temporaryUntil: person.passwordExpiresAt && words.instant(person.passwordExpiresAt),
    records: records.map(({ nim, campusId, studyProgramme }) =>
      [nim, campuses.find(({ id }) => id === campusId)?.name, studyProgramme].filter(Boolean).join(' · '),
    ),
    roles: roles.map((value) => ({
      value,
      text: words.t(`people.roles.${value}`),
      isTicked: ticked(form, 'roles', value),
    })),
    campuses: campuses.map(({ key, name }) => ({
      value: key,
      text: name,
      isTicked: ticked(form, 'campuses', key),
    })),
  };
}

/** A browser sends one ticked box as a text, several as a list. */
function ticked({ values }: Form<PersonEditForm>, field: string, value: string): boolean {
  return [values[field]].flat().includes(value);
}
