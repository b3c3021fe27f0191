import { fileKinds } from '../assignments/accepted-files.js';
import type { Message } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { checkMarkdown, renderMarkdown } from '../platform/markdown/render-markdown.js';
import { type AssignmentDraft, assignmentDraftOf, contentOf, RUBRIC_LEVELS } from './assignment-draft.js';
import type { EditedAssignment } from './assignment-editing.service.js';
import { fileField, type FileTold } from './file-field.page.js';
import { lineDifferences, type NamedLine } from './line-differences.js';
import { deskForm, errorAt, typedField } from './typed-field.page.js';

interface Shown {
  errors?: Record<string, Message>;
  preview?: boolean;
  isStale?: boolean;
  file?: FileTold;
}

/** The form of an assignment; `seen` is the version that it will be published over. */
export function assignmentDeskPage(
  edited: EditedAssignment,
  draft: AssignmentDraft,
  seen: number,
  shown: Shown,
  words: Words,
) {
  const { activity, course, current, wanted, versions } = edited;
  const address = `/assignments/${activity.id}/edit`;
  const form = deskForm(valuesOf(draft), shown.errors);
  const isRestored = wanted !== null && wanted.id !== current?.id;
  const isCompared = (shown.isStale ?? false) || isRestored;
  const standing = current ? assignmentLines(assignmentDraftOf(contentOf(current)), words) : [];
  return {
    form,
    hasErrors: !form.ok,
    titleText: words.t('tasks.edit', { title: activity.title }),
    course: { href: `/courses/${activity.courseId}/edit`, title: activity.course.title },
    action: address,
    seen,
    isStale: shown.isStale ?? false,
    restored: isRestored ? wanted.version : null,
    versionNumber: current?.version ?? 0,
    isCompared,
    differences: isCompared ? lineDifferences(standing, assignmentLines(draft, words)) : [],
    preview: shown.preview ? renderMarkdown(draft.instructions, course.rendering).html : null,
    handsIn: activity.submitsAs !== 'none',
    file: fileField(course, shown.file ?? {}, words, 'desk.files.keptHere'),
    ...fieldsOf(form, draft, words),
    versions: versions.map(({ version, publishedAt }) => ({
      version,
      when: words.instant(publishedAt),
      isCurrent: version === current?.version,
      href: `${address}?version=${version}`,
    })),
  };
}

function fieldsOf(form: ReturnType<typeof deskForm>, draft: AssignmentDraft, words: Words) {
  const field = typedField(form, words);
  const say = (key: string, values = {}): string => words.t(`tasks.${key}`, values);
  return {
    instructions: field('instructions', say('instructions'), { rows: 14, hint: words.t('bank.markdown') }),
    acceptsError: errorAt(form, 'accepts', words),
    kinds: fileKinds.map((kind) => ({
      value: kind,
      text: kind.toUpperCase(),
      isTicked: draft.accepts.includes(kind),
    })),
    limits: [
      field('maxMegabytes', say('maxMegabytes'), { inputmode: 'numeric' }),
      field('maxFiles', say('maxFiles'), { inputmode: 'numeric' }),
    ],
    rubricError: errorAt(form, 'rubric', words),
    criteria: draft.rubric.map(({ key, name }, index) => ({
      key,
      heading: say('criterion', { number: index + 1 }),
      removal: say('remove', { name: name || String(index + 1) }),
      name: field(`name[${key}]`, say('name', { number: index + 1 })),
      weight: field(`weight[${key}]`, say('weight', { number: index + 1 }), { inputmode: 'decimal' }),
      levels: RUBRIC_LEVELS.map((level) =>
        field(`level${level}[${key}]`, say(`level${level}`, { number: index + 1 }), { rows: 3 }),
      ),
    })),
  };
}

/** An assignment part by part in words, to be compared with another version of it. */
function assignmentLines(draft: AssignmentDraft, words: Words): NamedLine[] {
  const say = (key: string, values = {}): string => words.t(`tasks.${key}`, values);
  return [
    { label: say('instructions'), text: draft.instructions },
    { label: say('accepts'), text: draft.accepts.toSorted().join(', ').toUpperCase() },
    { label: say('maxMegabytes'), text: draft.maxMegabytes },
    { label: say('maxFiles'), text: draft.maxFiles },
    ...draft.rubric.flatMap(({ name, weight, levels }, index) => [
      { label: say('name', { number: index + 1 }), text: name },
      { label: say('weight', { number: index + 1 }), text: weight },
      ...RUBRIC_LEVELS.map((level) => ({
        label: say(`level${level}`, { number: index + 1 }),
        text: levels[level],
      })),
    ]),
  ];
}

/** The first problem of the Markdown of the instructions, with its line; nothing where there is none. */
export function markdownMessages(
  { instructions }: AssignmentDraft,
  { course }: EditedAssignment,
  words: Words,
): Record<string, Message> {
  const [first] = checkMarkdown(instructions, course).problems;
  if (!first) return {};
  const problem = words.t(`markdown.problem.${first.code}`, first.values);
  return { instructions: { key: 'tasks.markdownProblem', values: { line: first.line, problem } } };
}

function valuesOf({ rubric, ...rest }: AssignmentDraft): Record<string, unknown> {
  const rows = rubric.flatMap(({ key, name, weight, levels }) => [
    [`name[${key}]`, name],
    [`weight[${key}]`, weight],
    ...RUBRIC_LEVELS.map((level) => [`level${level}[${key}]`, levels[level]]),
  ]);
  return { ...rest, ...(Object.fromEntries(rows) as Record<string, string>) };
}
