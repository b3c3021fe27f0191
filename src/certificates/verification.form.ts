import { Text } from '../platform/web/fields.js';

export class VerificationQuery {
  @Text({ max: 200, optional: true }) code: string;
}
