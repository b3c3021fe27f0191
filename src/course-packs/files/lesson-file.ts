import type { PackLesson } from '../course-pack.js';
import type { BuildFrom } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import type { PackProblems } from '../pack-problem.js';
import type { PackReferences } from '../pack-references.js';
import { type PackText, readYaml } from '../read-yaml.js';
import { date, whole } from '../written-value.js';
import { activityIdentity } from './activity-identity.js';

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n/;

interface LessonContext {
  names: PackNames;
  problems: PackProblems;
  position: number;
  references: PackReferences;
}

/** A lesson: front matter between two lines of `---`, then its Markdown. */
export function readLesson({ file, text }: PackText, context: LessonContext): PackLesson | undefined {
  const [whole, fields] = FRONT_MATTER.exec(text) ?? [];
  if (whole === undefined || fields === undefined) {
    context.problems.report(file, 1, 'frontMatter');
    return undefined;
  }
  const markdown = text.slice(whole.length);
  if (markdown.trim() === '') context.problems.report(file, 1, 'missing', { name: 'Markdown' });
  const firstLine = whole.split('\n').length;
  context.problems.reportMarkdown(file, firstLine, context.references.check(markdown));
  return readYaml({ file, text: fields }, context.problems, lesson(context, markdown), 2);
}

const lesson =
  ({ names, position }: LessonContext, markdown: string): BuildFrom<PackLesson> =>
  (fields) => ({
    ...activityIdentity(fields, names, position),
    kind: 'lesson',
    content: {
      minutes: fields.value('minutes', whole(1, 120)),
      checkedOn: fields.value('checkedOn', date),
      markdown,
    },
  });
