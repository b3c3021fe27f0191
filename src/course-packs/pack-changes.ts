import type { CoursePack } from './course-pack.js';
import { type PackItem, packItems } from './pack-items.js';

/** What an import would do to one thing; `kept`: the pack does not have it, so it stays as it is. */
export interface PackChange extends Omit<PackItem, 'text'> {
  what: 'added' | 'changed' | 'kept';
  /** What its file says now; '' where there is none. */
  before: string;
  /** What its file will say. */
  after: string;
}

export interface PackChanges {
  /** In the order of the pack; what is only in the course comes last. */
  changes: PackChange[];
  unchanged: number;
  /** Activities whose key the course has for another kind: the pack cannot be imported. */
  conflicts: PackItem[];
}

/** What importing a pack would change in the course that it is for; null where there is no such course yet. */
export function packChanges(current: CoursePack | null, incoming: CoursePack): PackChanges {
  const before = new Map((current ? itemsBeside(current, incoming) : []).map((one) => [placeOf(one), one]));
  const found: PackChanges = { changes: [], unchanged: 0, conflicts: [] };
  for (const { text: after, ...item } of packItems(incoming)) {
    const stands = before.get(placeOf(item));
    before.delete(placeOf(item));
    if (stands && stands.kind !== item.kind) found.conflicts.push({ ...item, text: after });
    if (stands?.text === after) found.unchanged += 1;
    else
      found.changes.push({ ...item, what: stands ? 'changed' : 'added', before: stands?.text ?? '', after });
  }
  const kept = [...before.values()].filter(({ kind }) => kind !== 'picture' && kind !== 'file');
  for (const { text, ...item } of kept)
    found.changes.push({ ...item, what: 'kept', before: text, after: text });
  return found;
}

/**
 * The course thing by thing. Activities and sessions that the pack does not have stay, so that a session which differs
 * by nothing but these, or a course by nothing but the modules of these, is the same.
 */
function itemsBeside(current: CoursePack, incoming: CoursePack): PackItem[] {
  const given = new Set(incoming.sessions.flatMap(({ activities }) => activities.map(({ key }) => key)));
  const sessions = current.sessions.map((session) => ({
    ...session,
    activities: session.activities.filter(({ key }) => given.has(key)),
  }));
  const kept = packItems(current).filter((item) => isActivity(item) && !given.has(item.key));
  return [...packItems({ ...current, ...standing(current, incoming), sessions }), ...kept];
}

/** Without the modules that stay for nothing but sessions that the pack does not have. */
function standing(current: CoursePack, incoming: CoursePack): Pick<CoursePack, 'modules' | 'hours'> {
  const beyond = current.sessions.filter(({ number }) => number > incoming.sessions.length);
  const modules = current.modules.filter(
    ({ key }, at) => at < incoming.modules.length || beyond.every(({ module }) => module !== key),
  );
  return { modules, hours: modules.reduce((sum, { hours }) => sum + hours, 0) };
}

const isActivity = ({ kind }: Pick<PackItem, 'kind'>): boolean =>
  kind === 'lesson' || kind === 'quiz' || kind === 'assignment';

/** Where an import looks for it; activities are one place, whatever their kind, and a database has one course a key. */
function placeOf(item: Pick<PackItem, 'kind' | 'key'>): string {
  return `${isActivity(item) ? 'activity' : item.kind} ${item.key}`;
}
