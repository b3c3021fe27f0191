import { Choice, Day, Keyed, Text, Whole } from '../platform/web/fields.js';

/** A new cohort. The class rows come as maps by their number; a row without a name is none. */
export class CohortForm {
  @Whole({ min: 1, max: 2_000_000_000 }) course: number;
  @Whole({ min: 1, max: 999 }) ordinal: number;
  @Text({ max: 40 }) label: string;
  @Day() startsOn: string;
  @Keyed({ max: 80 }) className: Record<string, string>;
  @Keyed({ max: 1 }) firstDay: Record<string, string>;
  @Keyed({ max: 1 }) secondDay: Record<string, string>;
  @Keyed({ max: 5 }) time: Record<string, string>;
  @Keyed({ max: 3 }) minutes: Record<string, string>;
  @Keyed({ max: 120 }) place: Record<string, string>;
  @Keyed({ max: 10 }) instructor: Record<string, string>;
}

export class StatusForm {
  @Choice(['running', 'finished']) status: 'running' | 'finished';
}

export class EnrolmentsQuery {
  @Text({ max: 100, optional: true }) search = '';
  @Whole({ min: 1, max: 2_000_000_000, optional: true }) group: number | null = null;
  @Choice(['active', 'withdrawn', 'finished'], { optional: true }) status:
    'active' | 'withdrawn' | 'finished' | null = null;
  @Whole({ min: 1, max: 100_000 }) page = 1;
}

export class TimetableQuery {
  @Whole({ min: 1, max: 2_000_000_000, optional: true }) group: number | null = null;
}

export class GroupsQuery {
  @Choice(['class', 'team', 'pair']) kind: 'class' | 'team' | 'pair' = 'class';
  @Whole({ min: 1, max: 100_000 }) page = 1;
}

export class ImportForm {
  /** The list as text; a file that was sent stands in for it. */
  @Text({ max: 200_000, optional: true }) list: string;
  /** Seen and agreed to. */
  @Choice(['yes'], { optional: true }) confirmed: 'yes' | null;
}
