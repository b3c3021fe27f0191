import type { PackActivity } from '../course-pack.js';
import type { PackFields } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import { flag, key, rule, score, text, whole } from '../written-value.js';

export type ActivityIdentity = Omit<PackActivity, 'kind' | 'content'>;

/** What every activity's file tells, of whatever kind; its position comes from the session's list. */
export function activityIdentity(fields: PackFields, names: PackNames, position: number): ActivityIdentity {
  const identity: ActivityIdentity = {
    key: fields.value('key', key),
    title: fields.value('title', text(190)),
    position,
    required: fields.value('required', flag),
    component: fields.optional('component', key),
    weight: fields.value('weight', whole(1, 1000), 1),
    opens: fields.optional('opens', rule),
    due: fields.optional('due', rule),
    passMark: fields.optional('passMark', score),
    critical: fields.optional('critical', key),
  };
  names.give('activity', identity.key, fields);
  names.mention('component', identity.component, fields, 'component');
  names.mention('critical', identity.critical, fields, 'critical');
  return identity;
}
