import { type Role, roles } from '../platform/access/actor.js';
import { EMAIL } from './email-address.js';
import { type GivenRole, givenRoles } from './role-changes.js';
import { Choice, Several, Text, Whole } from '../platform/web/fields.js';

export class PeopleQuery {
  @Text({ max: 100, optional: true }) search = '';
  @Choice(roles, { optional: true }) role: Role | null = null;
  /** Key of a campus. */
  @Text({ max: 60, optional: true }) campus = '';
  @Whole({ min: 1, max: 100_000 }) page = 1;
}

export class PersonForm {
  @Text({ max: 60, optional: true }) nameBefore: string;
  @Text({ max: 160 }) name: string;
  @Text({ max: 60, optional: true }) nameAfter: string;
  @Text({ max: 190, pattern: EMAIL, patternSays: 'people.office.email' })
  email: string;
  @Choice(givenRoles) role: GivenRole;
  /** Key of the campus of a coordinator. */
  @Text({ max: 60, optional: true }) campus: string;
}

/** What the office puts right about somebody. */
export class PersonEditForm {
  @Text({ max: 60, optional: true }) nameBefore: string;
  @Text({ max: 160 }) name: string;
  @Text({ max: 60, optional: true }) nameAfter: string;
  @Text({ max: 190, optional: true, pattern: EMAIL, patternSays: 'people.office.email' }) email: string;
  @Text({ max: 30, optional: true }) phone: string;
  /** Roles but that of a coordinator, who is one of campuses. */
  @Several({ max: 10 }) roles: string[];
  /** Keys of the campuses to coordinate. */
  @Several({ max: 100 }) campuses: string[];
}
