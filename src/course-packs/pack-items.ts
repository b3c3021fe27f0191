import { createHash } from 'node:crypto';
import type { CoursePack, PackMedium } from './course-pack.js';
import { courseText, sessionText, termFields } from './pack-writer.js';
import { questionFields } from './written/written-question.js';
import { writtenActivity } from './written/written-activity.js';
import { present, writeYaml } from './written/write-yaml.js';

export const packItemKinds = [
  'course',
  'fact',
  'term',
  'picture',
  'file',
  'session',
  'lesson',
  'quiz',
  'assignment',
  'question',
] as const;
export type PackItemKind = (typeof packItemKinds)[number];

/** One thing of a course that people change by itself. */
export interface PackItem {
  kind: PackItemKind;
  /** Unique together with what kind of thing it is; activities of all kinds share their keys. */
  key: string;
  title: string;
  /** Key of its session, `P4`; null for what belongs to the whole course. */
  session: string | null;
  /** All that a file says of it, and of a question in which session it stands, so that two with the same text are the same. */
  text: string;
}

/** What a course consists of, thing by thing, in the order of its files. */
export const packItems = (pack: CoursePack): PackItem[] => [
  { kind: 'course', key: pack.key, title: pack.title, session: null, text: courseText(pack) },
  ...pack.facts.map((fact): PackItem => {
    const text = writeYaml(present({ ...fact }));
    return { kind: 'fact', key: fact.key, title: fact.key, session: null, text };
  }),
  ...pack.glossary.map((term): PackItem => {
    const text = writeYaml(termFields(term));
    return { kind: 'term', key: term.key, title: term.term, session: null, text };
  }),
  ...pack.pictures.map((picture) => mediumItem('picture', picture)),
  ...pack.files.map((file) => mediumItem('file', file)),
  ...pack.sessions.flatMap((session): PackItem[] => {
    const { key, number, title, activities, questions } = session;
    return [
      { kind: 'session', key: String(number), title, session: key, text: sessionText(session) },
      ...activities.map((activity): PackItem => {
        const text = writtenActivity(activity);
        return { kind: activity.kind, key: activity.key, title: activity.title, session: key, text };
      }),
      ...questions.map((question): PackItem => {
        const text = writeYaml({ session: number, ...questionFields(question) });
        return { kind: 'question', key: question.key, title: question.stem, session: key, text };
      }),
    ];
  }),
];

function mediumItem(kind: 'picture' | 'file', { name, type, bytes }: PackMedium): PackItem {
  const text = writeYaml({ type, bytes: bytes.length, sha256: sha256(bytes) });
  return { kind, key: name, title: name, session: null, text };
}

/** The same for the same course, whatever the day; tells whether a course is still as a page showed it. */
export function packEdition(pack: CoursePack | null): string {
  const items = pack ? packItems(pack) : [];
  return sha256(JSON.stringify(items.map(({ kind, key, text }) => [kind, key, text]))).slice(0, 32);
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
