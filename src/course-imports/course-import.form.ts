import { packItemKinds, type PackItemKind } from '../course-packs/pack-items.js';
import { Choice, Text } from '../platform/web/fields.js';

/** "I have seen what changes." */
export class StartImportForm {
  /** The edition of the course that the page showed. */
  @Text({ max: 32, optional: true }) seen: string;
}

/** Which change to show. */
export class ChangeQuery {
  @Choice(packItemKinds) kind: PackItemKind = 'course';
  @Text({ max: 120, optional: true }) key: string;
}
