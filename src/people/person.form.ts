import { Choice, Text, Whole } from '../platform/web/fields.js';

export class PeopleQuery {
  @Text({ max: 100, optional: true }) search = '';
  @Whole({ min: 1, max: 100_000 }) page = 1;
}

export class PersonForm {
  @Text({ max: 60, optional: true }) nameBefore: string;
  @Text({ max: 160 }) name: string;
  @Text({ max: 60, optional: true }) nameAfter: string;
  @Text({ max: 190, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, patternSays: 'people.office.email' })
  email: string;
  @Choice(['instructor', 'coordinator', 'staff', 'admin']) role:
    'instructor' | 'coordinator' | 'staff' | 'admin';
  /** Key of the campus of a coordinator. */
  @Text({ max: 60, optional: true }) campus: string;
}
