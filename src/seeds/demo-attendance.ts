import { In } from 'typeorm';
import { AttendanceChange, AttendanceMark } from '../attendance/attendance-mark.entity.js';
import type { AttendanceStatus } from '../attendance/attendance-rules.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import type { DemoLearner } from './demo-learners.js';
import type { DemoStage } from './demo-stage.js';

const MINUTE_MS = 60_000;
/** Who withdraws comes to the first meetings only. */
const MEETINGS_BEFORE_WITHDRAWAL = 6;

interface Mark {
  status: AttendanceStatus;
  isRepaired: boolean;
}

/** The registers of all meetings that are over, taken by whoever taught them. */
export async function demoAttendance(stage: DemoStage, learners: readonly DemoLearner[]): Promise<void> {
  const meetings = await heldMeetings(stage, learners);
  const marks = learners.flatMap((learner) => {
    const own = meetings.filter(({ classGroupId }) => classGroupId === learner.classGroupId);
    const attended = learner.story === 'withdrawn' ? own.slice(0, MEETINGS_BEFORE_WITHDRAWAL) : own;
    const letters = marksOf(stage, learner, attended.length);
    return attended.flatMap(({ id: meetingId, startsAt, instructorId }, index) => {
      const mark = letters[index];
      const at = new Date(startsAt.getTime() + 20 * MINUTE_MS);
      return mark
        ? [{ meetingId, enrolmentId: learner.enrolmentId, ...mark, at, markedById: instructorId }]
        : [];
    });
  });
  await stage.insert(
    AttendanceMark,
    marks.map((mark) => ({ ...mark, method: 'register' })),
  );
  await stage.insert(
    AttendanceChange,
    marks.map(({ meetingId, enrolmentId, status, isRepaired, at, markedById }) => ({
      meetingId,
      enrolmentId,
      before: null,
      after: status,
      beforeIsRepaired: false,
      afterIsRepaired: isRepaired,
      at,
      changedById: markedById,
    })),
  );
}

async function heldMeetings(stage: DemoStage, learners: readonly DemoLearner[]): Promise<Meeting[]> {
  const classGroupId = In([...new Set(learners.map((learner) => learner.classGroupId))]);
  return await stage.units.inTransaction(async (manager) => {
    const all = await manager.find(Meeting, { where: { classGroupId }, order: { startsAt: 'ASC' } });
    const over = all.filter(({ endsAt, sessionId }) => sessionId !== null && endsAt <= stage.now);
    await manager.update(Meeting, { id: In(over.map(({ id }) => id)) }, { status: 'held' });
    return over;
  });
}

/** The letters of one learner, one a meeting. Whose story is none of absence misses three meetings at most. */
function marksOf(stage: DemoStage, learner: DemoLearner, meetings: number): Mark[] {
  const chance = stage.chance(`attendance ${learner.key}`);
  const letters: Mark[] = Array.from({ length: meetings }, () => ({ status: 'H', isRepaired: false }));
  const order = chance.shuffled(letters.map((_, index) => index));
  const place = (status: AttendanceStatus, count: number, repaired = 0): void => {
    for (const [done, index] of order.splice(0, count).entries())
      letters[index] = { status, isRepaired: done < repaired };
  };
  // So many of 24; a cohort under way has had its share of them.
  const share = (count: number): number => Math.round((count * meetings) / 24);
  if (learner.story === 'absent') place('A', share(6 + chance.below(3)));
  if (learner.story === 'sick') place('S', 3, 2);
  if (learner.story === null || learner.story === 'remedial') {
    place('A', share(chance.below(2)));
    place('I', share(chance.below(2)), 1);
    place('S', share(chance.below(2)), 1);
  }
  place('T', share(chance.below(learner.ability < 40 ? 6 : 3)));
  return letters;
}
