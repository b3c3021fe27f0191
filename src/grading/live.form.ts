import { Whole } from '../platform/web/fields.js';

export class LiveQuery {
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) activity: number | null = null;
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) class: number | null = null;
}

export class LiveForm {
  @Whole({ min: 1, max: 2_147_483_647 }) activity: number;
  @Whole({ min: 1, max: 2_147_483_647 }) enrolment: number;
}
