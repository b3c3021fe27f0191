import { fileKinds } from '../assignments/accepted-files.js';
import { activityPath } from '../courses/activity-path.js';
import type { Message } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { checkMarkdown, renderMarkdown } from '../platform/markdown/render-markdown.js';
import type { ActivityEditing } from './activity-editing.service.js';
import { activityHead } from './activity-head.page.js';
import { standingText } from './activity-standing.page.js';
import { type AssignmentDraft, blankAssignment, RUBRIC_LEVELS } from './assignment-draft.js';
import { writingDifference } from './difference.page.js';
import { fileField, type FileTold } from './file-field.page.js';
import { deskForm, errorAt, typedField } from './typed-field.page.js';
import { writingOfDraft, writingOfVersion } from './writing.js';

interface Shown {
  errors?: Record<string, Message>;
  preview?: boolean;
  isStale?: boolean;
  file?: FileTold;
}

/** What the author goes on writing: the draft, the newest version, or a blank sheet. */
export function editedDraft({ activity, draft, current }: ActivityEditing): AssignmentDraft {
  const published = current && writingOfVersion(activity, current.content);
  const writing = draft ? writingOfDraft('assignment', draft.source) : published;
  return writing?.kind === 'assignment' ? writing.draft : blankAssignment();
}

/** The form of an assignment. */
export function assignmentDeskPage(
  editing: ActivityEditing,
  draft: AssignmentDraft,
  { errors, preview = false, isStale = false, file = {} }: Shown,
  words: Words,
) {
  const { activity, course, seen } = editing;
  const form = deskForm(valuesOf(draft), errors);
  const kind = 'assignment' as const;
  return {
    ...activityHead(editing),
    form,
    hasErrors: !form.ok,
    titleText: words.t('desk.lesson.heading', { title: activity.title }),
    learnersHref: activity.currentVersionId ? activityPath(activity) : null,
    standing: standingText(editing, words),
    hasDraft: editing.draft !== null,
    seen,
    difference: isStale
      ? writingDifference({ kind, draft: editedDraft(editing) }, { kind, draft }, words)
      : null,
    preview: preview ? renderMarkdown(draft.instructions, course.rendering).html : null,
    handsIn: activity.submitsAs !== 'none',
    file: fileField(course, file, words, 'desk.files.keptHere'),
    ...fieldsOf(form, draft, words),
  };
}

function fieldsOf(form: ReturnType<typeof deskForm>, draft: AssignmentDraft, words: Words) {
  const field = typedField(form, words);
  return {
    instructions: field('instructions', words.t('tasks.instructions'), {
      rows: 14,
      hint: words.t('bank.markdown'),
    }),
    acceptsError: errorAt(form, 'accepts', words),
    kinds: fileKinds.map((kind) => ({
      value: kind,
      text: kind.toUpperCase(),
      isTicked: draft.accepts.includes(kind),
    })),
    limits: [
      field('maxMegabytes', words.t('tasks.maxMegabytes'), { inputmode: 'numeric' }),
      field('maxFiles', words.t('tasks.maxFiles'), { inputmode: 'numeric' }),
    ],
    rubricError: errorAt(form, 'rubric', words),
    criteria: draft.rubric.map(({ key, name }, index) => ({
      key,
      heading: words.t('tasks.criterion', { number: index + 1 }),
      removal: words.t('tasks.remove', { name: name || String(index + 1) }),
      name: field(`name[${key}]`, words.t('tasks.name', { number: index + 1 })),
      weight: field(`weight[${key}]`, words.t('tasks.weight', { number: index + 1 }), {
        inputmode: 'decimal',
      }),
      levels: RUBRIC_LEVELS.map((level) =>
        field(`level${level}[${key}]`, words.t(`tasks.level${level}`, { number: index + 1 }), { rows: 3 }),
      ),
    })),
  };
}

/** The first problem of the Markdown of the instructions, with its line; nothing where there is none. */
export function markdownMessages(
  { instructions }: AssignmentDraft,
  course: ActivityEditing['course'],
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
