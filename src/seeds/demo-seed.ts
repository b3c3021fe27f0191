import { WithdrawalsService } from '../cohorts/withdrawals.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { ActivitiesService } from '../courses/activities.service.js';
import { HolidaysService } from '../cohorts/holidays.service.js';
import { demoAttendance } from './demo-attendance.js';
import { demoAttempts } from './demo-attempts.js';
import { demoCalendar } from './demo-calendar.js';
import { demoCertificates, demoDaysAfter, demoProposal } from './demo-certificates.js';
import { demoCohort } from './demo-cohorts.js';
import { demoCourse } from './demo-course.js';
import { type DemoLearner, demoLearners } from './demo-learners.js';
import { demoDueDates } from './demo-due.js';
import { demoHandIns } from './demo-hand-ins.js';
import { demoLessons } from './demo-lessons.js';
import { demoCampuses, demoPasswords, demoTeam, type DemoTeam } from './demo-people.js';
import { demoResults, TAKEN_HERE } from './demo-results.js';
import type { DemoStage } from './demo-stage.js';
import { demoVisits } from './demo-visits.js';

const DAY_MS = 86_400_000;

/**
 * Fills an empty database with a course, a cohort that is over and one in its third week. On the same day it makes
 * the same rows each time; on another day the same ones, with their dates moved.
 */
export async function makeDemo(stage: DemoStage): Promise<void> {
  stage.clock.moveTo(new Date(stage.now.getTime() - 200 * DAY_MS));
  const courseId = await demoCourse(stage);
  const team = await demoTeam(stage, await demoCampuses(stage));
  const holidays = await stage.app.get(HolidaysService).from(`${Number(stage.today.slice(0, 4)) - 1}-01-01`);
  const { finished, running } = demoCalendar(stage.today, {
    holidays: new Set(holidays.map(({ date }) => date)),
    timeZone: stage.timeZone,
  });

  const firstId = await demoCohort(stage, courseId, finished, team);
  const first = await demoLearners(stage, firstId, finished.ordinal);
  await demoDaysAfter(stage, firstId, 1);
  await demoAttendance(stage, first);
  const published = await stage.app.get(ActivitiesService).allPublished({ id: firstId, courseId });
  const here = published.filter(({ session }) => session.number <= TAKEN_HERE);
  await demoLessons(stage, published, first, true);
  await demoAttempts(stage, here, first, null);
  await demoHandIns(stage, here, first, true);
  await demoResults(stage, published.slice(here.length), first);
  await demoVisits(stage, first, team.staff[0] ?? 0);
  await withdraw(stage, firstId, first, team);
  await stage.app.get(CohortsService).become(staffOf(stage, team), firstId, 'finished');
  await demoCertificates(stage, firstId, first, team);

  const secondId = await demoCohort(stage, courseId, running, team);
  const second = await demoLearners(stage, secondId, running.ordinal);
  stage.clock.moveTo(stage.now);
  await demoAttendance(stage, second);
  await demoLessons(stage, published, second, false);
  const dueToday = await demoDueDates(stage, published, secondId);
  await demoAttempts(stage, published, second, dueToday);
  await demoHandIns(stage, published, second, false);
  await withdraw(stage, secondId, second, team);
  await demoProposal(stage, firstId, first, team);

  await demoPasswords(stage);
}

async function withdraw(
  stage: DemoStage,
  cohortId: number,
  learners: readonly DemoLearner[],
  team: DemoTeam,
): Promise<void> {
  for (const { enrolmentId } of learners.filter(({ story }) => story === 'withdrawn'))
    await stage.app.get(WithdrawalsService).withdraw(staffOf(stage, team), cohortId, enrolmentId);
}

const staffOf = (stage: DemoStage, team: DemoTeam) => stage.actor(team.staff[0] ?? 0, 'staff');
