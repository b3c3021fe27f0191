import { Day, Text } from '../platform/web/fields.js';

/** A name of a campus, from a day on. */
export class CampusNameForm {
  @Text({ max: 160 }) name: string;
  @Text({ max: 40 }) shortName: string;
  @Day() validFrom: string;
}

export class CampusForm {
  @Text({ max: 160 }) name: string;
  @Text({ max: 40 }) shortName: string;
  @Text({ max: 60, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, patternSays: 'people.campuses.wrongKey' })
  key: string;
  @Day() validFrom: string;
}
