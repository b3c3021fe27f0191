import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { AnswerJudgement, LateDecision } from './answer-judgement.entity.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from './attempt.entity.js';
import { undecidedLate } from './judged-answers.js';

/** One question of an ended attempt with all that was said of it. */
export interface JudgedQuestion extends AttemptQuestion {
  /** By round. */
  judgements: AnswerJudgement[];
  /** An answer that came late and waits for a decision. */
  late: AnswerLogEntry | null;
}

export interface JudgedAttempt {
  attempt: Attempt;
  /** In the order of the attempt. */
  questions: JudgedQuestion[];
  /** In the order of their decision, each with its entry. */
  decisions: LateDecision[];
}

/** Attempts as those see them who judge. Whether somebody may is the caller's to ask. */
@Injectable()
export class JudgedAttemptsService {
  constructor(
    @InjectRepository(Attempt) private readonly attempts: Repository<Attempt>,
    @InjectRepository(AttemptQuestion) private readonly questions: Repository<AttemptQuestion>,
    @InjectRepository(AnswerLogEntry) private readonly log: Repository<AnswerLogEntry>,
    @InjectRepository(AnswerJudgement) private readonly judgements: Repository<AnswerJudgement>,
    @InjectRepository(LateDecision) private readonly decisions: Repository<LateDecision>,
  ) {}

  /** With its learner and quiz; null where there is none, or it still runs. */
  async find(id: number): Promise<Attempt | null> {
    const attempt = await this.attempts.findOne({
      where: { id },
      relations: { enrolment: { person: true }, activity: true },
    });
    return attempt?.submittedAt ? attempt : null;
  }

  async withAnswers(attempt: Attempt): Promise<JudgedAttempt> {
    const [questions, log, decisions] = await Promise.all([
      this.questions.find({
        where: { attemptId: attempt.id },
        relations: { questionVersion: true },
        order: { position: 'ASC' },
      }),
      this.log.findBy({ attemptId: attempt.id, outcome: 'late-waits' }),
      this.decisions.find({
        where: { attemptId: attempt.id },
        relations: { entry: true, decidedBy: true },
        order: { id: 'ASC' },
      }),
    ]);
    const judgements = await this.judgements.find({
      where: { attemptQuestionId: In(questions.map(({ id }) => id)) },
      relations: { grader: true },
      order: { round: 'ASC' },
    });
    const waiting = undecidedLate(log, new Set(decisions.map(({ entryId }) => entryId)));
    return {
      attempt,
      decisions,
      questions: questions.map((question) => ({
        ...question,
        judgements: judgements.filter(({ attemptQuestionId }) => attemptQuestionId === question.id),
        late: waiting.find(({ position }) => position === question.position) ?? null,
      })),
    };
  }
}
