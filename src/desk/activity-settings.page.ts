import type { Activity } from '../courses/activity.entity.js';
import type { GradeComponent } from '../courses/course.entity.js';
import type { MeetingTimes } from '../courses/date-rule.js';
import type { Words } from '../platform/i18n/words.js';
import { Form } from '../platform/web/form.js';
import type { ActivitySettingsForm } from './course-structure.form.js';
import type { Membership } from './activity-membership.js';
import { settingsEdition } from './activity-settings.js';
import { dateRuleExample, dateRuleText, ruleFields } from './date-rule.page.js';
import { writtenRule } from './written-rule.js';

export interface SettingsPlace {
  activity: Activity;
  components: readonly GradeComponent[];
  /** A meeting of the activity's session, for the example; null where none is planned. */
  meeting: MeetingTimes | null;
  membership: Membership;
}

export function settingsFormOf(activity: Activity, words: Words): Form<ActivitySettingsForm> {
  const form = Form.showing<ActivitySettingsForm>({
    title: activity.title,
    required: activity.required,
    componentId: activity.componentId,
    weight: activity.weight,
    passMark:
      activity.passMark === null
        ? ''
        : words.number(activity.passMark / 100, activity.passMark % 100 === 0 ? 0 : 2),
  });
  form.value.opensRule = writtenRule(activity.opensRule);
  form.value.dueRule = writtenRule(activity.dueRule);
  return form;
}

/** The settings of one activity; `isStale` where somebody else has changed them since the page was shown. */
export function settingsPage(
  { activity, components, meeting, membership }: SettingsPlace,
  form: Form<ActivitySettingsForm>,
  words: Words,
  isStale = false,
) {
  const rule = (name: 'opensRule' | 'dueRule') => ({
    ...ruleFields(name, form.value[name] ?? {}, words),
    error: form.errors[name] ?? null,
    says: ruleSays(activity[name], meeting, words),
  });
  return {
    titleText: words.t('desk.settings.title', { activity: activity.title }),
    heading: activity.title,
    kind: words.t(`desk.kinds.${activity.kind}`),
    href: `/courses/${activity.courseId}/edit`,
    action: `/courses/${activity.courseId}/edit/activities/${activity.id}`,
    seen: settingsEdition(activity),
    form,
    isRequired: Boolean(form.values['required']),
    counts: activity.kind !== 'lesson',
    components: components.map(({ id, name }) => ({ value: id, text: name })),
    rules: [rule('opensRule'), rule('dueRule')],
    ...membership,
    isBegun: membership.isPublished && !membership.mayWithdraw,
    begunText: words.t('desk.publication.begun', { count: membership.begun }),
    stale: isStale ? staleText(activity, components, words) : null,
  };
}

/** What a rule that stands means; '' where there is none. */
const ruleSays = (rule: string | null, meeting: MeetingTimes | null, words: Words): string =>
  rule === null
    ? ''
    : [dateRuleText(rule, words), dateRuleExample(rule, meeting, words)].filter(Boolean).join('. ');

/** What stands now, for who typed over an older state. */
const staleText = (activity: Activity, components: readonly GradeComponent[], words: Words): string =>
  [
    activity.title,
    words.t(activity.required ? 'desk.settings.isRequired' : 'desk.settings.isOptional'),
    activity.opensRule && `${words.t('desk.settings.opensRule')}: ${dateRuleText(activity.opensRule, words)}`,
    activity.dueRule && `${words.t('desk.settings.dueRule')}: ${dateRuleText(activity.dueRule, words)}`,
    components.find(({ id }) => id === activity.componentId)?.name,
    `${words.t('desk.settings.weight')}: ${activity.weight}`,
    activity.passMark !== null && `${words.t('desk.settings.passMark')}: ${words.score(activity.passMark)}`,
  ]
    .filter(Boolean)
    .join(' · ');
