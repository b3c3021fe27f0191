import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Asking, Id, InWords } from '../platform/web/parameters.js';
import { closedLessonPage, lessonPage } from './lesson.page.js';
import { LessonMarksService } from './lesson-marks.service.js';
import { LessonReadingsService } from './lesson-readings.service.js';

@Roles('student', 'instructor', 'staff', 'admin')
@Controller('lessons')
export class LessonsController {
  constructor(
    private readonly readings: LessonReadingsService,
    private readonly marks: LessonMarksService,
  ) {}

  @Get(':id')
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const reading = await this.readings.open(actor, id);
    return reading.content
      ? page('lessons/show', lessonPage(reading, reading.content, words))
      : page('lessons/closed', closedLessonPage(reading, words));
  }

  /** Sent by the page's script when it is opened; without scripts only the completion is kept. */
  @Roles('student')
  @Post(':id/opening')
  @HttpCode(204)
  async open(@Asking() actor: Actor, @Id() id: number): Promise<void> {
    await this.marks.mark(actor, id, 'started');
  }

  @Roles('student')
  @Post(':id/completion')
  async complete(@Asking() actor: Actor, @Id() id: number): Promise<SeeOther> {
    await this.marks.mark(actor, id, 'done');
    return seeOther(`/lessons/${id}`, 'lessons.marked');
  }
}
