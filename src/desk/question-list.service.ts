import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Question } from '../courses/question.entity.js';
import { Session } from '../courses/session.entity.js';
import { containing } from '../platform/database/like.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';

export interface QuestionFilter {
  /** Number of a session. */
  session: number | null;
  type: string | null;
  level: string | null;
  /** In the key or the stem. */
  q: string;
}

/** A question of the bank as its list shows it. */
export interface ListedQuestion {
  id: number;
  key: string;
  session: number;
  mustPass: boolean;
  version: number;
  type: string;
  stem: string;
  tags: Record<string, string>;
}

/** The bank of a course as a list. */
@Injectable()
export class QuestionListService {
  constructor(
    @InjectRepository(Question) private readonly questions: Repository<Question>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
  ) {}

  /** One page in the order of the syllabus. One query. */
  async page(courseId: number, filter: QuestionFilter, page: number): Promise<PageOfRows<ListedQuestion>> {
    const { where, values } = conditions(filter);
    const found = await pageOfRows(page, ({ skip, take }) =>
      this.questions.query<ListedRow[]>(`${LISTED} ${where} ORDER BY s.number, q.id LIMIT ? OFFSET ?`, [
        courseId,
        ...values,
        take,
        skip,
      ]),
    );
    return { ...found, rows: found.rows.map(listed) };
  }

  /** Those of a course by their number, to choose from. */
  sessionsOf(courseId: number): Promise<Session[]> {
    return this.sessions.find({ where: { courseId }, order: { number: 'ASC' } });
  }
}

const LISTED = `
  SELECT q.id, q.\`key\`, q.must_pass AS mustPass, s.number AS session, v.version, v.type, v.stem, v.tags
    FROM questions q
    JOIN sessions s ON s.id = q.session_id
    JOIN question_versions v ON v.id = q.current_version_id
   WHERE q.course_id = ?`;

interface ListedRow extends Omit<ListedQuestion, 'mustPass' | 'tags'> {
  mustPass: number;
  tags: string;
}

const listed = ({ mustPass, tags, ...row }: ListedRow): ListedQuestion => ({
  ...row,
  mustPass: Boolean(mustPass),
  tags: JSON.parse(tags) as Record<string, string>,
});

function conditions({ session, type, level, q }: QuestionFilter): { where: string; values: unknown[] } {
  const parts: [string, unknown[]][] = [];
  if (session !== null) parts.push(['s.number = ?', [session]]);
  if (type !== null) parts.push(['v.type = ?', [type]]);
  if (level !== null) parts.push([`v.tags LIKE ? ESCAPE '!'`, [containing(`"level":"${level}"`)]]);
  if (q !== '') {
    const text = containing(q);
    parts.push([`(v.stem LIKE ? ESCAPE '!' OR q.\`key\` LIKE ? ESCAPE '!')`, [text, text]]);
  }
  return {
    where: parts.map(([sql]) => `AND ${sql}`).join(' '),
    values: parts.flatMap(([, values]) => values),
  };
}
