import { Choice, Text, Whole } from '../platform/web/fields.js';
import { type CampusState, campusStates } from './campus-student.js';

export class CampusQuery {
  @Whole({ min: 1, max: 2_000_000_000, optional: true }) campus: number | null = null;
  @Whole({ min: 1, max: 2_000_000_000, optional: true }) cohort: number | null = null;
  @Text({ max: 100, optional: true }) search = '';
  @Choice(campusStates, { optional: true }) state: CampusState | null = null;
  @Whole({ min: 1, max: 1000 }) page = 1;
}
