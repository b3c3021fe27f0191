import { Choice, Ids, Text, Whole } from '../platform/web/fields.js';
import { type BoardFilter, boardFilters } from './board-view.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class BoardQuery {
  @Choice(boardFilters) show: BoardFilter = 'all';
  @Text({ max: 100, optional: true }) q = '';
  /** `name`, `campus` or the key of a requirement. */
  @Text({ max: 80, optional: true }) order = 'name';
  @Whole({ min: 1, max: 1000 }) page = 1;
}

export class PreviewQuery {
  /** All who qualify, or those that are ticked. */
  @Choice(['all', 'chosen']) who: 'all' | 'chosen' = 'all';
  @Ids({ max: 2000 }) ids: number[] = [];
}

export class ProposalForm {
  @Ids({ max: 2000 }) ids: number[];
  @Text({ max: 36, pattern: UUID }) key: string;
}

export class ReissueForm {
  @Text({ max: 36, pattern: UUID }) key: string;
}

export class WaiverForm {
  @Text({ max: 80 }) requirement: string;
  @Text({ max: 500 }) reason: string;
}

export class WaiverRemovalForm {
  @Text({ max: 80 }) requirement: string;
}
