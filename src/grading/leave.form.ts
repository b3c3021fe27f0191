import { Choice, Text, Whole } from '../platform/web/fields.js';

export class LeavesQuery {
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) activity: number | null = null;
}

export class LeaveForm {
  @Whole({ min: 1, max: 2_147_483_647 }) activity: number;
  @Choice(['individual', 'pair', 'team']) kind: 'individual' | 'pair' | 'team';
  @Whole({ min: 1, max: 2_147_483_647 }) submitter: number;
  @Text({ max: 190 }) reason: string;
}
