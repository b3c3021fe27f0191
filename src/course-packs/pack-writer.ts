import type { CoursePack, PackSession, PackTerm } from './course-pack.js';
import type { PackFiles } from './pack-reader.js';
import { requirementFields } from './written/written-requirement.js';
import { activityFileNames } from './written/activity-file-names.js';
import { percentOf, present, writeYaml, type WrittenFields } from './written/write-yaml.js';
import { writtenActivity } from './written/written-activity.js';
import { questionFields } from './written/written-question.js';

/**
 * The files of a course, the opposite of `readPack`: reading them gives an equal pack, and equal packs give the same
 * bytes. Nothing is checked here; what the reader would not take is written all the same.
 */
export function writePack(pack: CoursePack): PackFiles {
  const texts: [string, string][] = [
    ['course.yaml', courseText(pack)],
    ...(pack.facts.length > 0
      ? [['facts.yaml', writeYaml({ facts: pack.facts.map((fact) => present({ ...fact })) })] as const]
      : []),
    ...(pack.glossary.length > 0
      ? [['glossary.yaml', writeYaml({ terms: pack.glossary.map(termFields) })] as const]
      : []),
    ...pack.sessions.flatMap(sessionFiles),
  ].map(([path, text]) => [path, text]);
  return new Map<string, Uint8Array>([
    ...texts.map(([path, text]): [string, Uint8Array] => [path, Buffer.from(text, 'utf8')]),
    ...pack.pictures.map(({ name, bytes }): [string, Uint8Array] => [`pictures/${name}`, bytes]),
    ...pack.files.map(({ name, bytes }): [string, Uint8Array] => [`files/${name}`, bytes]),
  ]);
}

export const termFields = ({ key, term, aliases, meaning }: PackTerm): WrittenFields =>
  present({ key, term, aliases: aliases.length > 0 ? aliases : null, meaning });

/** The file of what the course is as a whole. */
export function courseText(pack: Omit<CoursePack, 'sessions' | 'facts' | 'pictures'>): string {
  const { key, title, summary, language, hours, practiceHours, criticalAspects, modules } = pack;
  return writeYaml({
    key,
    title,
    summary,
    language,
    hours,
    practiceHours,
    components: pack.components.map(({ key, name, weight }) => ({ key, name, weight: percentOf(weight) })),
    criticalAspects: criticalAspects.length > 0 ? criticalAspects : null,
    modules,
    requirements: pack.requirements.map(requirementFields),
  });
}

function sessionFiles(session: PackSession): (readonly [string, string])[] {
  const folder = `sessions/${folderName(session)}`;
  const { activities, questions } = session;
  const names = activityFileNames(activities);
  return [
    [`${folder}/session.yaml`, sessionText(session)],
    ...activities.map((activity, index) => [`${folder}/${names[index]}`, writtenActivity(activity)] as const),
    ...(questions.length > 0
      ? [[`${folder}/questions.yaml`, writeYaml({ questions: questions.map(questionFields) })] as const]
      : []),
  ];
}

/** The file of what a session is, with the names of its activities' files in their order. */
export function sessionText(session: PackSession): string {
  const { key, number, title, track, module, unit, summary, outcomes } = session;
  const names = activityFileNames(session.activities);
  const activities = names.length > 0 ? names : null;
  return writeYaml({ key, number, title, track, module, unit, summary, outcomes, activities });
}

/** `07-mendengar-aktif`: the number, so that folders stand in order, and as much of the title as people need. */
function folderName({ number, title }: PackSession): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const slug = words.slice(0, 4).join('-').slice(0, 40).replace(/-+$/, '');
  return [String(number).padStart(2, '0'), slug].filter((part) => part !== '').join('-');
}
