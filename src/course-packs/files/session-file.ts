import type { PackSession } from '../course-pack.js';
import type { BuildFrom } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import { choice, key, text, whole, type WrittenValue } from '../written-value.js';

/** What `session.yaml` tells, with the names of its activities' files in their order. */
type SessionFile = Omit<PackSession, 'questions' | 'activities'> & { files: string[] };

/** A file beside `session.yaml`: a lesson in Markdown, a quiz or an assignment in YAML. */
const activityFile: WrittenValue<string> = {
  read: (written) =>
    /^(lesson(-[a-z\d-]+)?\.md|(quiz|task)(-[a-z\d-]+)?\.yaml)$/.test(written) ? written : undefined,
  problem: 'badFileName',
  blank: '',
};

const outcome =
  (names: PackNames, session: string): BuildFrom<PackSession['outcomes'][number]> =>
  (fields) => {
    const read = { key: fields.value('key', key), text: fields.value('text', text(300)) };
    names.give(`outcome of ${session}`, read.key, fields);
    return read;
  };

export const sessionFile =
  (names: PackNames): BuildFrom<SessionFile> =>
  (fields) => {
    const session = fields.value('key', key);
    const read: SessionFile = {
      key: session,
      number: fields.value('number', whole(1, 200)),
      title: fields.value('title', text(190)),
      track: fields.value('track', choice('mentoring', 'product')),
      module: fields.value('module', key),
      unit: fields.optional('unit', text(40)),
      summary: fields.value('summary', text(600)),
      outcomes: fields.list('outcomes', outcome(names, session)),
      files: fields.values('activities', activityFile, 0).filter((file) => file !== ''),
    };
    names.give('session', session, fields);
    names.give('session number', String(read.number), fields, 'number');
    if (read.number > 1)
      names.mention('session number', String(read.number - 1), fields, 'number', 'numberGap');
    names.mention('module', read.module, fields, 'module');
    return read;
  };
