import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { type ActivitySettings, isDueBeforeOpening } from './activity-settings.js';
import { settingsFormOf, settingsPage, type SettingsPlace } from './activity-settings.page.js';
import { CourseActivitiesService } from './course-activities.service.js';
import { CourseEditingService } from './course-editing.service.js';
import { ActivitySettingsForm, MoveForm } from './course-structure.form.js';
import { CourseStructureService } from './course-structure.service.js';
import { ruleText } from './written-rule.js';

/** Where an activity stands in its course: its name, order, dates and place in the grades. */
@Roles('instructor', 'staff', 'admin')
@Controller('courses/:id/edit/activities/:activity')
export class CourseStructureController {
  constructor(
    private readonly editing: CourseEditingService,
    private readonly structure: CourseStructureService,
    private readonly activities: CourseActivitiesService,
  ) {}

  @Get()
  async settings(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('activity') id: number,
  ): Promise<Page> {
    const place = await this.open(actor, courseId, id);
    return page('desk/settings', settingsPage(place, settingsFormOf(place.activity, words), words));
  }

  @Post()
  async change(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('activity') id: number,
    @Filled(ActivitySettingsForm) form: Form<ActivitySettingsForm>,
  ): Promise<Page | SeeOther> {
    const place = await this.open(actor, courseId, id);
    if (!judged(form, place).ok)
      return rejected('desk/settings', { ...settingsPage(place, form, words), seen: form.value.seen });
    const { seen } = form.value;
    return await unlessStale(
      async () => {
        await this.structure.change(actor, { courseId, id, seen }, settingsBy(form.value, place));
        return seeOther(`/courses/${courseId}/edit`, 'desk.structure.saved');
      },
      async () => {
        const now = await this.open(actor, courseId, id);
        return overtaken('desk/settings', settingsPage(now, form, words, true));
      },
    );
  }

  @Post('move')
  async move(
    @Asking() actor: Actor,
    @Id() courseId: number,
    @Id('activity') id: number,
    @Filled(MoveForm) form: Form<MoveForm>,
  ): Promise<SeeOther> {
    await this.editing.course(actor, courseId);
    if (!form.ok) throw new Missing('direction');
    await this.structure.move(actor, { courseId, id, seen: form.value.seen }, form.value.direction);
    return seeOther(`/courses/${courseId}/edit`, 'desk.structure.moved');
  }

  private async open(actor: Actor, courseId: number, id: number): Promise<SettingsPlace> {
    await this.editing.course(actor, courseId);
    const place = await this.structure.place(courseId, id);
    return { ...place, membership: await this.activities.membership(place.activity) };
  }
}

/** The rules are rules, in their order, and the component is one of the course. */
function judged(form: Form<ActivitySettingsForm>, { components }: SettingsPlace): Form<ActivitySettingsForm> {
  if (!form.ok) return form;
  const { opensRule, dueRule, componentId } = form.value;
  const [opens, due] = [ruleText(opensRule), ruleText(dueRule)];
  if (opens.problem) form.reject('opensRule', `desk.rules.${opens.problem}`);
  if (due.problem) form.reject('dueRule', `desk.rules.${due.problem}`);
  if (isDueBeforeOpening(opens.rule ?? '', due.rule ?? ''))
    form.reject('dueRule', 'desk.structure.dueBeforeOpening');
  if (componentId !== null && !components.some(({ id }) => id === componentId))
    form.reject('componentId', 'forms.choose');
  return form;
}

/** A lesson counts for no grade, whatever is sent. */
function settingsBy(form: ActivitySettingsForm, { activity }: SettingsPlace): ActivitySettings {
  const { title, required, componentId, weight, passMark } = form;
  const [opensRule, dueRule] = [form.opensRule, form.dueRule].map(
    (written) => ruleText(written).rule || null,
  );
  const named = { title, required, opensRule: opensRule ?? null, dueRule: dueRule ?? null };
  return activity.kind === 'lesson'
    ? { ...named, componentId: null, weight: activity.weight, passMark: null }
    : { ...named, componentId, weight, passMark };
}
