import { Choice, Text } from '../platform/web/fields.js';
import { type RevocationReason, revocationReasons } from './revocation-reasons.js';

export class RevocationForm {
  @Choice(revocationReasons) reason: RevocationReason;
  @Text({ max: 500, optional: true }) note: string;
}
