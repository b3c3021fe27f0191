import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { EnteredScoresService } from './entered-scores.service.js';
import { ScoreSheetForm, ScoresQuery } from './scores.form.js';
import { scoresPage } from './scores.page.js';

/** Scores that come from paper: staff bring them, with their source. */
@Roles('staff', 'admin')
@Controller('cohorts/:id/scores')
export class ScoresController {
  constructor(private readonly scores: EnteredScoresService) {}

  @Get()
  async show(
    @Id() id: number,
    @Asking() actor: Actor,
    @Asked(ScoresQuery) query: ScoresQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    const table = await this.scores.table(actor, id, query.component, query.page);
    const form = Form.showing<ScoreSheetForm>({ component: table.component.key });
    return page('scores/show', scoresPage(table, form, [], words));
  }

  @Post()
  async update(
    @Id() id: number,
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(ScoreSheetForm) form: Form<ScoreSheetForm>,
  ): Promise<Page | SeeOther> {
    const key = form.errors['component'] ? '' : form.value.component;
    const table = await this.scores.table(actor, id, key, 1);
    if (!form.ok) return rejected('scores/show', scoresPage(table, form, [], words));
    const { kept, problems } = await this.scores.importSheet(
      actor,
      table,
      form.value.sheet,
      form.value.source,
    );
    if (problems.length > 0) {
      form.reject('sheet', 'results.scores.sheetProblems', { count: problems.length });
      return rejected('scores/show', scoresPage(table, form, problems, words));
    }
    return seeOther(`/cohorts/${id}/scores?component=${table.component.key}`, 'results.scores.kept', {
      count: kept,
    });
  }
}
