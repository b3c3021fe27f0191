import type { PackQuiz, PackSession } from './course-pack.js';
import type { PackFields } from './pack-fields.js';

interface WrittenQuiz {
  session: string;
  quiz: PackQuiz;
  fields: PackFields;
}

/** Checks, once all questions are read, that every quiz has enough of them to draw from. */
export class QuizPools {
  private readonly quizzes: WrittenQuiz[] = [];

  add(written: WrittenQuiz): void {
    this.quizzes.push(written);
  }

  settle(sessions: readonly PackSession[]): void {
    for (const { session, quiz, fields } of this.quizzes) {
      const { questions: wanted } = quiz.content;
      const pool = poolOf(session, quiz, sessions);
      const mustPass = pool.filter((question) => question.mustPass).length;
      if (pool.length < wanted) fields.report('questions', 'poolTooSmall', { wanted, pool: pool.length });
      if (mustPass > wanted) fields.report('questions', 'mustPassTooMany', { wanted, mustPass });
    }
  }
}

/** An exit quiz draws from its own session and repeats earlier ones; the must-pass items are its own session's. */
function poolOf(session: string, { content }: PackQuiz, sessions: readonly PackSession[]): Pooled[] {
  const own = sessions.find(({ key }) => key === session);
  if (content.purpose !== 'exit')
    return sessions.filter(({ key }) => content.from.includes(key)).flatMap(({ questions }) => questions);
  return sessions
    .filter(({ number }) => number <= (own?.number ?? 0))
    .flatMap(({ key, questions }) =>
      questions.map(({ mustPass }) => ({ mustPass: mustPass && key === session })),
    );
}

type Pooled = Pick<PackSession['questions'][number], 'mustPass'>;
