import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { AttemptEndingsService } from './attempt-endings.service.js';
import { type AttemptRecord, AttemptReaderService, type QuestionRecord } from './attempt-reader.service.js';

/** An attempt while it is taken, with all its questions. */
export interface OpenAttempt {
  attempt: AttemptRecord;
  questions: QuestionRecord[];
  now: Date;
}

@Injectable()
export class AttemptsService {
  constructor(
    private readonly reader: AttemptReaderService,
    private readonly endings: AttemptEndingsService,
    private readonly clock: Clock,
  ) {}

  /** An attempt of the actor's own; one whose time has run out is ended first. @throws Missing */
  async find(actor: Actor, id: number): Promise<AttemptRecord> {
    const attempt = await this.reader.attempt(actor, id);
    const now = this.clock.now();
    const isOver = attempt.submittedAt === null && attempt.deadlineAt !== null && now > attempt.deadlineAt;
    if (!isOver) return attempt;
    await this.endings.end(id, now);
    return await this.reader.attempt(actor, id);
  }

  async withQuestions(attempt: AttemptRecord): Promise<OpenAttempt> {
    return { attempt, questions: await this.reader.questions(attempt.id), now: this.clock.now() };
  }

  /** Hands an attempt in and scores it; said again it changes nothing. @throws Missing */
  async submit(actor: Actor, id: number): Promise<void> {
    const attempt = await this.reader.attempt(actor, id);
    await this.endings.end(attempt.id, this.clock.now());
  }
}
