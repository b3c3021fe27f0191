import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Question } from '../courses/question.entity.js';
import { type ActivityPreview, ActivityPreviewsService } from '../lessons/activity-previews.service.js';
import type { Actor } from '../platform/access/actor.js';
import { questionRandom } from './draw.js';
import type { Drawn } from './question-types/question-type.js';
import { drawQuestion, type StoredQuestion } from './question-types/question-types.js';

export interface QuizPreview extends ActivityPreview<'quiz'> {
  /** Numbers of the sessions that it draws its own questions from. */
  sessions: number[];
  /** The one whose questions are shown. */
  session: number;
  questions: PreviewedQuestion[];
}

export interface PreviewedQuestion extends StoredQuestion {
  id: number;
  key: string;
  mustPass: boolean;
  drawn: Drawn;
}

/** What who teaches a course sees of a quiz: the bank that it draws from, with the keys. */
@Injectable()
export class QuizPreviewsService {
  constructor(
    @InjectRepository(Question) private readonly questions: Repository<Question>,
    private readonly previews: ActivityPreviewsService,
  ) {}

  /**
   * Null for a learner, who sees the quiz itself. An exit quiz also repeats questions of earlier sessions; these
   * stand with the quiz of theirs. @throws Missing where the quiz is not of a course that the actor teaches or takes
   */
  async of(actor: Actor, id: number, wanted: number | null): Promise<QuizPreview | null> {
    const preview = await this.previews.of(actor, id, 'quiz');
    if (!preview) return null;
    const { activity, content } = preview;
    const sessions = content.purpose === 'exit' ? [activity.session.number] : content.from;
    const session = sessions.find((number) => number === wanted) ?? sessions[0] ?? activity.session.number;
    return { activity, content, sessions, session, questions: await this.bankOf(activity.courseId, session) };
  }

  private async bankOf(courseId: number, session: number): Promise<PreviewedQuestion[]> {
    const rows: BankRow[] = await this.questions.query(BANK, [courseId, session]);
    return rows.map(({ id, body: stored, mustPass, ...row }) => {
      const question = { ...row, body: JSON.parse(stored) as unknown };
      const drawn = drawQuestion(question, questionRandom('preview', id));
      return { ...question, id, drawn, mustPass: Boolean(mustPass) };
    });
  }
}

const BANK = `
  SELECT q.id, q.\`key\`, q.must_pass AS mustPass, v.type, v.stem, v.body
    FROM questions q
    JOIN sessions s ON s.id = q.session_id
    JOIN question_versions v ON v.id = q.current_version_id
   WHERE q.course_id = ? AND s.number = ?
   ORDER BY q.id`;

interface BankRow {
  id: number;
  key: string;
  mustPass: number;
  type: string;
  stem: string;
  body: string;
}
