import { LONGEST_MEANING, LONGEST_SPELLING, spellingKey } from '../../courses/glossary-term.js';
import type { PackTerm } from '../course-pack.js';
import type { BuildFrom } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import { key, text } from '../written-value.js';

const term =
  (names: PackNames): BuildFrom<PackTerm> =>
  (fields) => {
    const read: PackTerm = {
      key: fields.value('key', key),
      term: fields.value('term', text(LONGEST_SPELLING)),
      aliases: fields.has('aliases') ? fields.values('aliases', text(LONGEST_SPELLING)) : [],
      meaning: fields.value('meaning', text(LONGEST_MEANING)),
    };
    names.give('term', read.key, fields);
    names.give('spelling', spellingKey(read.term), fields, 'term');
    for (const alias of read.aliases) names.give('spelling', spellingKey(alias), fields, 'aliases');
    return read;
  };

/** `glossary.yaml`: the words that lessons explain. */
export const glossaryFile =
  (names: PackNames): BuildFrom<PackTerm[]> =>
  (fields) =>
    fields.list('terms', term(names));
