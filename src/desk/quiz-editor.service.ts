import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { QuizContent } from '../courses/activity-content.js';
import { Session } from '../courses/session.entity.js';
import type { Actor } from '../platform/access/actor.js';
import type { PoolQuestion } from '../quizzes/draw.js';
import { QuestionDrawsService } from '../quizzes/question-draws.service.js';
import { type ActivityEditing, ActivityEditingService } from './activity-editing.service.js';
import { blankQuiz, drawableSessions } from './quiz-draft.js';
import { writingOfDraft, writingOfVersion } from './writing.js';

/** A quiz on the desk of an author. */
export interface QuizEditing extends ActivityEditing {
  /** What the author goes on writing: the draft, or the newest version. */
  source: QuizContent;
  /** Those that it may name, in their order. */
  sessions: Session[];
  /** Every question of the course that has been published. */
  bank: readonly PoolQuestion[];
}

/** Opens the settings of quizzes for who writes them. */
@Injectable()
export class QuizEditorService {
  constructor(
    private readonly editing: ActivityEditingService,
    private readonly draws: QuestionDrawsService,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
  ) {}

  /** @throws Missing where it is no quiz of a course that the actor teaches or runs */
  async open(actor: Actor, id: number): Promise<QuizEditing> {
    const editing = await this.editing.open(actor, id, 'quiz');
    const { activity, draft, current } = editing;
    const { courseId } = activity;
    const all = await this.sessions.find({ where: { courseId }, order: { number: 'ASC' } });
    const numbers = drawableSessions(
      activity.session.number,
      all.map(({ number }) => number),
    );
    const published = current ? writingOfVersion(activity, current.content) : null;
    const writing = draft ? writingOfDraft('quiz', draft.source) : published;
    return {
      ...editing,
      source: writing?.kind === 'quiz' ? writing.draft : blankQuiz(),
      sessions: all.filter(({ number }) => numbers.includes(number)),
      bank: await this.draws.bank(courseId),
    };
  }
}
