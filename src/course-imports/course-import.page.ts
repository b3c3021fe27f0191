import type { PackChange } from '../course-packs/pack-changes.js';
import type { PackProblem } from '../course-packs/pack-problem.js';
import { textsDifference } from '../desk/difference.page.js';
import { fullName } from '../people/person-name.js';
import type { Words } from '../platform/i18n/words.js';
import type { UploadProblem } from '../platform/uploads/upload.js';
import { problemText } from '../platform/uploads/upload-problem.js';
import type { CourseImport } from './course-import.entity.js';
import type { ImportPreview } from './import-previews.service.js';
import type { SentTrouble } from './sent-pack.js';

/** So many problems are told at once; after these an author sends the pack again. */
const MOST_PROBLEMS = 100;

/** So few changes stand open; more are folded by session. */
const FEW = 15;

type Trouble = SentTrouble | { kind: 'no-file'; problem: UploadProblem | undefined };

/** Where a pack is sent, what is wrong with the one that was, and what came before. */
export const sendPage = (recent: readonly CourseImport[], trouble: Trouble | null, words: Words) => ({
  title: 'course-imports.title',
  error: trouble && troubleText(trouble, words),
  problems: trouble?.kind === 'files' ? problemRows(trouble.problems, words) : [],
  recent: recent.map((one) => ({
    href: `/courses/import/${one.id}`,
    title: one.title,
    sent: sentText(one, words),
    state: words.t(`course-imports.states.${stateOf(one)}`),
    ...looks[stateOf(one)],
  })),
});

function troubleText(trouble: Trouble, words: Words): string {
  if (trouble.kind === 'files')
    return words.t('course-imports.problemCount', { count: trouble.problems.length });
  if (trouble.kind === 'archive')
    return words.t(`course-packs.archive.${trouble.fault}`, { name: trouble.name });
  return trouble.problem ? problemText(trouble.problem, words) : words.t('course-imports.noFile');
}

const problemRows = (problems: readonly PackProblem[], words: Words) =>
  problems.slice(0, MOST_PROBLEMS).map(({ file, line, key, values }) => ({
    place: words.t('course-imports.place', { file, line }),
    text: words.t(key, values),
  }));

const stateOf = ({ jobId, finishedAt }: CourseImport): 'waiting' | 'running' | 'done' =>
  finishedAt ? 'done' : jobId === null ? 'waiting' : 'running';

const looks = {
  waiting: { icon: 'clock', tone: 'wait' },
  running: { icon: 'clock', tone: 'wait' },
  done: { icon: 'check', tone: 'ok' },
};

const sentText = ({ fileName, createdAt, person }: CourseImport, words: Words): string =>
  words.t('course-imports.sent', { file: fileName, name: fullName(person), when: words.instant(createdAt) });

const importHead = (found: CourseImport, words: Words) => ({
  titleText: words.t('course-imports.heading', { title: found.title }),
  action: `/courses/import/${found.id}`,
  sent: sentText(found, words),
});

/** What the pack would change, by session. */
export function importPage(found: CourseImport, preview: ImportPreview, words: Words) {
  const { changes, unchanged, conflicts } = preview.changes;
  const count = (what: PackChange['what']): number => changes.filter((one) => one.what === what).length;
  const touched = count('added') + count('changed');
  const groups = Map.groupBy(changes, ({ session }) => session ?? '');
  return {
    ...importHead(found, words),
    lead: preview.course
      ? words.t('course-imports.over', { title: preview.course.title })
      : words.t('course-imports.asNew'),
    seen: preview.edition,
    conflicts: conflicts.map(({ key }) => words.t('course-packs.otherKind', { key })),
    figures: [
      ...(['added', 'changed', 'kept'] as const).map((what) => ({ what, count: count(what) })),
      { what: 'unchanged', count: unchanged },
    ].map(({ what, count }) => ({
      value: words.number(count),
      text: words.t(`course-imports.figures.${what}`),
    })),
    bringsSomething: touched > 0,
    mayStart: touched > 0 && conflicts.length === 0,
    button: words.t('course-imports.start', { count: touched }),
    changesTexts: count('changed') > 0,
    changesFacts: changes.some(({ kind, what }) => kind === 'fact' && what === 'changed'),
    hasKept: count('kept') > 0,
    checkedHere: preview.checkedHere.join(', '),
    groups: [...groups].map(([session, members]) => ({
      label: groupLabel(session, members, words),
      isOpen: changes.length <= FEW,
      changes: members.map((change) => changeRow(found, change, words)),
    })),
  };
}

function groupLabel(session: string, members: readonly PackChange[], words: Words): string {
  const name = session || words.t('course-imports.wholeCourse');
  return words.t('course-imports.group', { name, count: members.length });
}

const changeLooks = {
  added: { icon: 'check', tone: 'ok' },
  changed: { icon: 'alert', tone: 'wait' },
  kept: { icon: 'lock', tone: '' },
};

const changeRow = ({ id }: CourseImport, { kind, key, title, what }: PackChange, words: Words) => ({
  kind: words.t(`course-imports.kinds.${kind}`),
  key,
  title: inOneLine(title),
  href: `/courses/import/${id}/change?kind=${kind}&key=${encodeURIComponent(key)}`,
  state: words.t(`course-imports.what.${what}`),
  ...changeLooks[what],
});

/** The question of a question may be long. */
const inOneLine = (title: string): string => (title.length > 100 ? `${title.slice(0, 99)}…` : title);

/** One change: what its file says now, and what it will say. */
export function changePage(found: CourseImport, change: PackChange, words: Words) {
  return {
    ...importHead(found, words),
    titleText: words.t('course-imports.change', {
      kind: words.t(`course-imports.kinds.${change.kind}`),
      key: change.key,
    }),
    heading: words.t('course-imports.heading', { title: found.title }),
    item: inOneLine(change.title),
    what: words.t(`course-imports.what.${change.what}`),
    ...changeLooks[change.what],
    difference: textsDifference(change.before, change.after, words),
  };
}

interface Whereabouts {
  courseId: number | null;
  /** Null where another person started it. */
  watchPath: string | null;
}

/** How far it is, and what came of it. */
export const doneImportPage = (found: CourseImport, { courseId, watchPath }: Whereabouts, words: Words) => ({
  ...importHead(found, words),
  courseHref: courseId === null ? '/course' : `/course?course=${courseId}`,
  isRunning: found.finishedAt === null,
  jobHref: watchPath,
  finished: found.finishedAt && words.t('course-imports.finished', { when: words.instant(found.finishedAt) }),
  figures: (['created', 'changed', 'newVersions', 'unchanged'] as const).map((name) => ({
    value: words.number(found.report?.[name] ?? 0),
    text: words.t(`course-imports.report.${name}`),
  })),
  notInPack: found.report?.notInPack.join(', ') ?? '',
});
