import type { PackQuiz } from '../course-pack.js';
import type { BuildFrom } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import { choice, key, whole } from '../written-value.js';
import type { QuizPools } from '../quiz-pools.js';
import { activityIdentity } from './activity-identity.js';

interface QuizContext {
  names: PackNames;
  pools: QuizPools;
  /** Key of the session that it belongs to. */
  session: string;
  position: number;
}

/** A quiz: its settings, and where its questions are drawn from. */
export const quizFile =
  ({ names, pools, session, position }: QuizContext): BuildFrom<PackQuiz> =>
  (fields) => {
    const purpose = fields.value('purpose', choice('exit', 'midterm', 'final'));
    const from = purpose === 'exit' ? [] : fields.values('from', key);
    for (const mentioned of from) names.mention('session', mentioned, fields, 'from');
    const quiz: PackQuiz = {
      ...activityIdentity(fields, names, position),
      kind: 'quiz',
      content: {
        purpose,
        questions: fields.value('questions', whole(1, 100)),
        minutes: fields.value('minutes', whole(1, 600)),
        attempts: fields.value('attempts', whole(1, 10)),
        gapHours: fields.value('gapHours', whole(0, 720)),
        from,
        review: fields.value('review', choice('afterAttempt', 'afterDue', 'never')),
      },
    };
    pools.add({ session, quiz, fields });
    return quiz;
  };
