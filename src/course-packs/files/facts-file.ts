import type { PackFact } from '../course-pack.js';
import type { BuildFrom } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import { choice, date, key, text } from '../written-value.js';

const flag = choice('changing', 'conflicting', 'unverified');

const fact =
  (names: PackNames): BuildFrom<PackFact> =>
  (fields) => {
    const read: PackFact = {
      key: fields.value('key', key),
      value: fields.value('value', text(120)),
      unit: fields.optional('unit', text(40)),
      source: fields.value('source', text(160)),
      checkedOn: fields.value('checkedOn', date),
      expiresOn: fields.optional('expiresOn', date),
      flag: fields.optional('flag', flag),
      note: fields.optional('note', text(1000)),
    };
    names.give('fact', read.key, fields);
    return read;
  };

/** `facts.yaml`: the values that have to be checked before a cohort starts. */
export const factsFile =
  (names: PackNames): BuildFrom<PackFact[]> =>
  (fields) =>
    fields.list('facts', fact(names));
