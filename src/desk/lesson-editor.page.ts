import { activityPath } from '../courses/activity-path.js';
import type { Words } from '../platform/i18n/words.js';
import type { MarkdownProblem } from '../platform/markdown/reading.js';
import type { Form } from '../platform/web/form.js';
import { activityHead } from './activity-head.page.js';
import { standingText } from './activity-standing.page.js';
import { writingDifference } from './difference.page.js';
import { fileField } from './file-field.page.js';
import type { LessonDraft } from './lesson-draft.js';
import type { LessonEditing, LessonPreview } from './lesson-editor.service.js';
import type { LessonForm } from './lesson.form.js';

/** Where the page takes what stands beside the text; also their places on it. */
export type MediaField = 'pictures' | 'files';

interface Told {
  /** What was typed; the draft or the newest version where the page is opened. */
  form: Form<LessonForm>;
  preview: LessonPreview;
  /** Somebody else has saved or published since the page was opened. */
  isStale?: boolean;
  /** Why a picture or a file was not taken, as a sentence. */
  troubles?: Partial<Record<MediaField, string>>;
}

/** The editor of a lesson. */
export function lessonEditorPage(editing: LessonEditing, told: Told, words: Words) {
  const { activity, draft, seen, course } = editing;
  return {
    ...activityHead(editing),
    titleText: words.t('desk.lesson.heading', { title: activity.title }),
    learnersHref: activity.currentVersionId ? activityPath(activity) : null,
    standing: standingText(editing, words),
    hasDraft: draft !== null,
    seen,
    form: told.form,
    trouble: told.troubles?.pictures ?? '',
    file: fileField(course, { trouble: told.troubles?.files ?? '' }, words, 'desk.files.keptAsDraft'),
    stale: told.isStale ? staleItem(editing, told.form.values, words) : null,
    ...previewItem(told.preview, words),
    pictures: [...course.pictures].map(([name, { src }]) => ({
      src,
      name,
      markdown: `![${words.t('desk.pictures.describe')}](pictures/${name})`,
    })),
    facts: [...course.facts].map((key) => `{fakta:${key}}`),
    scripts: ['scripts/lesson-editor.js'],
  };
}

/** What the text would look like, for the page and for its script. */
export const previewItem = ({ html, words: count, bytes, problems }: LessonPreview, words: Words) => ({
  html,
  size: words.t('desk.lesson.size', { count, size: words.size(bytes) }),
  problems: problemTexts(problems, words),
});

export const problemTexts = (problems: readonly MarkdownProblem[], words: Words): string[] =>
  problems.map(({ line, code, values }) =>
    words.t('desk.problemAt', { line, text: words.t(`markdown.problem.${code}`, values) }),
  );

/** What stands by now beside what was typed, and how they differ. */
function staleItem({ source }: LessonEditing, typed: Readonly<Record<string, unknown>>, words: Words) {
  const mine: LessonDraft = {
    title: String(typed['title'] ?? ''),
    minutes: Number(typed['minutes']),
    checkedOn: String(typed['checkedOn'] ?? ''),
    markdown: String(typed['markdown'] ?? ''),
  };
  const kind = 'lesson' as const;
  const difference = writingDifference({ kind, draft: source }, { kind, draft: mine }, words);
  return { theirs: source.markdown, difference };
}
