import type { PackActivity } from '../course-pack.js';

const KINDS = {
  lesson: { word: 'lesson', ending: 'md' },
  quiz: { word: 'quiz', ending: 'yaml' },
  assignment: { word: 'task', ending: 'yaml' },
} as const;

/** Names for the files of a session's activities, in their order: `lesson.md`, `quiz.yaml`, `task-t1.yaml`. */
export function activityFileNames(activities: readonly Pick<PackActivity, 'key' | 'kind'>[]): string[] {
  const taken = new Set<string>();
  return activities.map(({ key, kind }, index) => {
    const { word, ending } = KINDS[kind];
    const byKey = `${word}-${key.toLowerCase()}`;
    const wanted = kind === 'assignment' ? [byKey] : [word, byKey];
    const name = [...wanted, `${byKey}-${index + 1}`].find((candidate) => !taken.has(candidate)) ?? byKey;
    taken.add(name);
    return `${name}.${ending}`;
  });
}
