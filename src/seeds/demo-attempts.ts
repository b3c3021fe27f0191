import { In } from 'typeorm';
import { createHash } from 'node:crypto';
import { Meeting } from '../cohorts/meeting.entity.js';
import { ActivitiesService, type PublishedActivity } from '../courses/activities.service.js';
import type { QuizContent } from '../courses/activity-content.js';
import { QuestionVersion } from '../courses/question.entity.js';
import { Progress } from '../progress/progress.entity.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from '../quizzes/attempt.entity.js';
import { attemptScore } from '../quizzes/attempt-score.js';
import { drawAttempt, questionRandom } from '../quizzes/draw.js';
import { drawPlan } from '../quizzes/draw-plan.js';
import { drawQuestion, scoreAnswer } from '../quizzes/question-types/question-types.js';
import { QuestionDrawsService } from '../quizzes/question-draws.service.js';
import { quizProgress } from '../quizzes/quiz-progress.js';
import { reviewPolicy } from '../quizzes/quiz-settings.js';
import type { ReviewPolicy } from '../quizzes/review-policy.js';
import { rightAnswer, wrongAnswer } from './demo-answers.js';
import type { DemoLearner } from './demo-learners.js';
import { demoStudent } from './demo-people.js';
import type { DemoStage } from './demo-stage.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const POINTS = 100;
/** An exit quiz is open for a week after its meeting; nobody of the demo is later. */
const OPEN_MS = 7 * DAY_MS;

type Bank = Awaited<ReturnType<QuestionDrawsService['bank']>>;
type Draft = Omit<Attempt, 'id' | 'enrolment' | 'activity' | 'activityVersion'>;
type DraftQuestion = Omit<AttemptQuestion, 'id' | 'attempt' | 'attemptId' | 'questionVersion'>;

interface Taken {
  attempt: Draft;
  questions: DraftQuestion[];
}

/**
 * What learners answered in the quizzes of the meetings that are over. The demo's own learner has still to take the
 * one that is due today.
 */
export async function demoAttempts(
  stage: DemoStage,
  activities: readonly PublishedActivity[],
  learners: readonly DemoLearner[],
  dueTodayId: number | null,
): Promise<void> {
  const bank = await stage.app.get(QuestionDrawsService).bank(activities[0]?.courseId ?? 0);
  const versions = await versionsOf(stage, bank);
  const ends = await meetingEnds(stage, learners);
  for (const quiz of activities.filter(({ kind }) => kind === 'quiz')) {
    const version = await stage.app.get(ActivitiesService).version(quiz.currentVersionId ?? 0);
    const content = version.content as QuizContent;
    const taken = learners.map((learner) => {
      const end = ends.get(`${learner.classGroupId} ${quiz.sessionId}`);
      const isLeft = quiz.id === dueTodayId && learner.email === demoStudent;
      return end && !isLeft ? takeQuiz(stage, learner, { quiz, content, bank, versions, end }) : [];
    });
    await keep(stage, taken.flat(), reviewPolicy(content));
  }
}

interface Sitting {
  quiz: PublishedActivity;
  content: QuizContent;
  bank: Bank;
  versions: ReadonlyMap<number, QuestionVersion>;
  end: Date;
}

/** A learner's attempts at one quiz: another one a day later where the first was too low. */
function takeQuiz(stage: DemoStage, learner: DemoLearner, sitting: Sitting): Taken[] {
  const chance = stage.chance(`quiz ${sitting.quiz.key} ${learner.key}`);
  const until = Math.min(stage.now.getTime(), sitting.end.getTime() + OPEN_MS);
  const taken: Taken[] = [];
  let startsAt = sitting.end.getTime() - 15 * MINUTE_MS;
  if (chance.below(10) > 6) startsAt += chance.below(40) * HOUR_MS;
  const finished = sitting.end.getTime() + OPEN_MS < stage.now.getTime();
  const misses = learner.story === 'withdrawn' || (!finished && chance.below(100) < 15);
  if (misses) return [];
  while (taken.length < sitting.content.attempts && startsAt + 15 * MINUTE_MS <= until) {
    const one = take(learner, sitting, taken, new Date(startsAt), chance);
    taken.push(one);
    if ((one.attempt.score ?? 0) >= (sitting.quiz.passMark ?? 0)) break;
    startsAt += (25 + chance.below(20)) * HOUR_MS;
  }
  return taken;
}

function take(
  learner: DemoLearner,
  { quiz, content, bank, versions }: Sitting,
  before: readonly Taken[],
  startedAt: Date,
  chance: ReturnType<DemoStage['chance']>,
): Taken {
  const number = before.length + 1;
  const seed = hash(`${quiz.key} ${learner.key} ${number}`).slice(0, 32);
  const session = quiz.session.number;
  const plan = drawPlan(content, session, bank);
  const questionOf = new Map([...versions.values()].map(({ id, questionId }) => [id, questionId]));
  const seen = before.flatMap(({ questions }) =>
    questions.map(({ questionVersionId }) => questionOf.get(questionVersionId) ?? 0),
  );
  const ids = drawAttempt({ ...plan, session, seen, seed });
  const knows = 48 + Math.floor(learner.ability / 2) + 8 * number;
  const questions = ids.flatMap((id, index): DraftQuestion[] => {
    const version = versions.get(id);
    if (!version) return [];
    const drawn = drawQuestion(version, questionRandom(seed, id));
    const isKnown = chance.below(100) < knows;
    const value = isKnown ? rightAnswer(version, drawn.variant) : wrongAnswer(version, drawn.variant, chance);
    return [
      {
        position: index + 1,
        questionVersionId: version.id,
        drawn,
        points: POINTS,
        mustPass: plan.pool.some((one) => one.id === id && one.isMustPass),
        seq: 1,
        value,
        flagged: false,
        answeredAt: new Date(startedAt.getTime() + (index + 1) * 70_000),
        score: scoreAnswer(version, drawn, value, POINTS),
      },
    ];
  });
  const { score, isMustPassRight } = attemptScore(
    questions.map((question) => ({ ...question, isMustPass: question.mustPass })),
  );
  const attempt: Draft = {
    enrolmentId: learner.enrolmentId,
    activityId: quiz.id,
    number,
    activityVersionId: quiz.currentVersionId ?? 0,
    seed,
    startedAt,
    deadlineAt: new Date(startedAt.getTime() + content.minutes * MINUTE_MS),
    submittedAt: new Date(startedAt.getTime() + (questions.length + 1) * 70_000),
    state: 'scored',
    score,
    mustPassMet: isMustPassRight,
    revision: questions.length + 1,
  };
  return { attempt, questions };
}

/** Writes attempts with their answers, and what they come to. */
async function keep(stage: DemoStage, taken: readonly Taken[], policy: ReviewPolicy): Promise<void> {
  await stage.insert(
    Attempt,
    taken.map(({ attempt }) => attempt),
  );
  const activityId = In([...new Set(taken.map(({ attempt }) => attempt.activityId))]);
  const enrolmentId = In([...new Set(taken.map(({ attempt }) => attempt.enrolmentId))]);
  const stored = await stage.units.inTransaction((manager) =>
    manager.findBy(Attempt, { activityId, enrolmentId }),
  );
  const idOf = new Map(stored.map(({ id, seed }) => [seed, id]));
  const answers = taken.flatMap(({ attempt, questions }) =>
    questions.map((question) => ({ ...question, attemptId: idOf.get(attempt.seed) ?? 0 })),
  );
  await stage.insert(AttemptQuestion, answers);
  await stage.insert(
    AnswerLogEntry,
    answers.map(({ attemptId, position, value, answeredAt }) => ({
      attemptId,
      clientKey: `demo-${position}`,
      position,
      seqSeen: 0,
      value,
      outcome: 'write',
      receivedAt: answeredAt,
      clientAt: answeredAt,
    })),
  );
  const byLearner = Map.groupBy(taken, ({ attempt }) => attempt.enrolmentId);
  await stage.insert(
    Progress,
    [...byLearner.values()].flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const attempts = own.map(({ attempt }) => ({
        ...attempt,
        isMustPassRight: attempt.mustPassMet,
        policy,
      }));
      const { enrolmentId: learner, activityId: activity } = first.attempt;
      return [{ enrolmentId: learner, activityId: activity, ...quizProgress(attempts) }];
    }),
  );
}

async function versionsOf(stage: DemoStage, bank: Bank): Promise<Map<number, QuestionVersion>> {
  const ids = bank.map(({ versionId }) => versionId);
  const versions = await stage.units.inTransaction((manager) =>
    manager.findBy(QuestionVersion, { id: In(ids) }),
  );
  return new Map(versions.map((version) => [version.questionId, version]));
}

/** When the meetings that are over ended, by class and session. */
async function meetingEnds(stage: DemoStage, learners: readonly DemoLearner[]): Promise<Map<string, Date>> {
  const classGroupId = In([...new Set(learners.map((learner) => learner.classGroupId))]);
  const meetings = await stage.units.inTransaction((manager) =>
    manager.findBy(Meeting, { classGroupId, status: 'held' }),
  );
  return new Map(meetings.map((meeting) => [`${meeting.classGroupId} ${meeting.sessionId}`, meeting.endsAt]));
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
