import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import { Grading } from '../assignments/grading.entity.js';
import { receiptCode, type ReceiptFacts } from '../assignments/receipt.js';
import { type Level, rubricScore } from '../assignments/rubric.js';
import { Submission, SubmissionMember } from '../assignments/submission.entity.js';
import { Group } from '../cohorts/group.entity.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { Person } from '../people/person.entity.js';
import { ActivitiesService, type PublishedActivity } from '../courses/activities.service.js';
import type { AssignmentContent } from '../courses/activity-content.js';
import { SECRET } from '../platform/config/config.module.js';
import { Progress } from '../progress/progress.entity.js';
import type { SeededRandom } from '../quizzes/seeded-random.js';
import { LATEST_DUE } from './demo-due.js';
import type { DemoLearner } from './demo-learners.js';
import { demoPdf, demoPhoto } from './demo-documents.js';
import { demoStudent } from './demo-people.js';
import { sendWork } from './demo-sent-work.js';
import type { DemoStage } from './demo-stage.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const places = ['Pulang Pisau', 'Katingan', 'Kapuas', 'Gunung Mas', 'Barito Timur', 'Kota Palangka Raya'];
const ideas = [
  'keripik kelakai',
  'tas anyaman purun',
  'amplang haruan',
  'madu kelulut botol kecil',
  'sirup karamunting',
];
const praises = [
  'Sumber datanya jelas dan dapat diperiksa. Tambahkan satu calon pembeli dari luar kampus.',
  'Pilihan idenya mengikuti skor. Tulis juga alasan untuk skor bahan baku.',
  'Wawancaranya jujur, termasuk yang menolak. Pertahankan.',
];
const REVISE =
  'Dua bahan belum punya sumber, dan baru satu orang yang ditanya. Lengkapi lalu kumpulkan lagi.';

type Fate = 'graded' | 'returned' | 'submitted' | 'files-early' | 'files-today' | 'none';

/**
 * What the teams handed in, and what became of it; of a cohort that is over all is graded. In each class of the other
 * two works wait that came with a document and a picture: one since the first days, one since today.
 */
export async function demoHandIns(
  stage: DemoStage,
  activities: readonly PublishedActivity[],
  learners: readonly DemoLearner[],
  isOver: boolean,
): Promise<void> {
  const tasks = activities.filter(
    ({ kind, submitsAs, session }) =>
      kind === 'assignment' && submitsAs === 'team' && session.number <= LATEST_DUE,
  );
  for (const task of tasks) {
    const version = await stage.app.get(ActivitiesService).version(task.currentVersionId ?? 0);
    const { rubric } = version.content as AssignmentContent;
    const fates = isOver ? ALL_GRADED : task === tasks.at(-1) ? FATES : EARLIER_FATES;
    for (const [team, fate] of fatesOf(learners, fates)) {
      const work = { task, version: version.version, rubric, members: team, fate };
      if (fate === 'files-early' || fate === 'files-today') await sendFiles(stage, work);
      else if (fate !== 'none') await handIn(stage, work);
    }
  }
}

/** Of the teams of each class, in the order of the list; the last one holds for all further teams. */
const FATES = ['files-early', 'submitted', 'graded', 'returned', 'files-today', 'none'] as const;
const EARLIER_FATES = ['graded', 'returned', 'graded'] as const;
const ALL_GRADED = ['graded'] as const;

/** The team that the demo's own learner is in has still to hand in, whatever the others of its class have done. */
function fatesOf(learners: readonly DemoLearner[], fates: readonly Fate[]): [DemoLearner[], Fate][] {
  const staying = learners.filter(({ story }) => story !== 'withdrawn');
  const classes = Map.groupBy(staying, ({ classGroupId }) => classGroupId);
  return [...classes.values()].flatMap((classmates) => {
    const teams = [...Map.groupBy(classmates, ({ teamId }) => teamId).values()];
    const isOwn = (team: DemoLearner[]): boolean => team.some(({ email }) => email === demoStudent);
    const ordered = [...teams.filter((team) => !isOwn(team)), ...teams.filter(isOwn)];
    return ordered.map((team, index): [DemoLearner[], Fate] => [
      team,
      fates[Math.min(index, fates.length - 1)] ?? 'none',
    ]);
  });
}

interface Work {
  task: PublishedActivity;
  version: number;
  rubric: AssignmentContent['rubric'];
  members: readonly DemoLearner[];
  fate: Fate;
}

/** A document and a picture, sent by the first of the team: as soon as the class had met, or an hour or more ago. */
async function sendFiles(stage: DemoStage, { task, members, fate }: Work): Promise<void> {
  const [by] = members;
  if (!by) return;
  const meeting = await stage.units.inTransaction((manager) =>
    manager.findOneByOrFail(Meeting, { classGroupId: by.classGroupId, sessionId: task.sessionId }),
  );
  if (meeting.endsAt > stage.now) return;
  const chance = stage.chance(`files ${task.key} ${by.key}`);
  const soon = meeting.endsAt.getTime() + (20 + chance.below(30)) * HOUR_MS;
  const today = stage.now.getTime() - (60 + chance.below(180)) * 60_000;
  const [, ...paragraphs] = workText(chance).split('\n\n');
  await sendWork(stage, {
    activityId: task.id,
    by,
    at: new Date(fate === 'files-early' ? Math.min(soon, today) : Math.max(today, meeting.endsAt.getTime())),
    text: 'Terlampir peta potensi kelompok kami (PDF) dan foto contoh anyaman yang kami tunjukkan saat bertanya.',
    files: [
      {
        name: 'Peta potensi dan ide produk.pdf',
        content: await demoPdf({
          title: 'Peta potensi dan ide produk',
          sections: ['Bahan dan sumbernya', 'Ide lain', 'Pilihan kami', 'Yang masih diragukan'].map(
            (heading, index) => ({ heading, lines: [paragraphs[index] ?? ''] }),
          ),
        }),
      },
      { name: 'IMG_2043.jpg', content: await demoPhoto(chance.below(360)) },
    ],
  });
}

async function handIn(stage: DemoStage, { task, version, rubric, members, fate }: Work): Promise<void> {
  const [first] = members;
  if (!first) return;
  const chance = stage.chance(`task ${task.key} ${first.key}`);
  await stage.units.inTransaction(async (manager) => {
    const team = await manager.findOneByOrFail(Group, { id: first.teamId });
    const people = await manager.findBy(Person, { id: In(members.map(({ personId }) => personId)) });
    const meeting = await manager.findOneByOrFail(Meeting, {
      classGroupId: first.classGroupId,
      sessionId: task.sessionId,
    });
    if (meeting.endsAt > stage.now) return;
    const until = Math.min(meeting.startsAt.getTime() + 7 * DAY_MS, stage.now.getTime() - 2 * HOUR_MS);
    const submittedAt = new Date(Math.max(meeting.endsAt.getTime(), until - chance.below(60) * HOUR_MS));
    const judgedAt = new Date(Math.min(submittedAt.getTime() + 20 * HOUR_MS, stage.now.getTime() - HOUR_MS));
    const text = workText(chance);
    const facts: ReceiptFacts = {
      title: task.title,
      submitters: people.map(({ name }) => name).toSorted(),
      number: 1,
      version,
      receivedAt: submittedAt.getTime(),
      text: { sha256: createHash('sha256').update(text).digest('hex'), characters: [...text].length },
      files: [],
    };
    const isJudged = fate !== 'submitted';
    const levels = Object.fromEntries(rubric.map(({ key }) => [key, levelOf(chance, fate)]));
    const { score } = rubricScore(rubric, levels);
    const submission = await manager.save(
      manager.create(Submission, {
        activityId: task.id,
        activityVersionId: task.currentVersionId ?? 0,
        cohortId: team.cohortId,
        classGroupId: first.classGroupId,
        submitterKind: 'team',
        submitterId: team.id,
        number: 1,
        revision: 0,
        state: fate as Submission['state'],
        text,
        textSeq: 1,
        clientKey: 'demo-1',
        submittedAt,
        submittedById: first.personId,
        daysLate: 0,
        judgedAt: isJudged ? judgedAt : null,
        score: fate === 'graded' ? score : null,
        receipt: { facts, code: receiptCode(facts, stage.app.get<Buffer>(SECRET)) },
      }),
    );
    const submissionId = submission.id;
    if (isJudged)
      await manager.insert(Grading, {
        submissionId,
        round: 1,
        graderId: meeting.instructorId ?? 0,
        state: fate === 'graded' ? 'published' : 'returned',
        levels,
        feedback: fate === 'graded' ? praises[chance.below(praises.length)] : REVISE,
        reason: '',
        scoreBefore: score,
        penalty: 0,
        score: fate === 'graded' ? score : null,
        version: 1,
        savedAt: judgedAt,
      });
    await manager.insert(
      SubmissionMember,
      members.map(({ enrolmentId }) => ({ submissionId, enrolmentId })),
    );
    await manager.insert(
      Progress,
      members.map(({ enrolmentId }) => ({
        enrolmentId,
        activityId: task.id,
        state: fate === 'graded' ? ('done' as const) : (fate as 'submitted' | 'returned'),
        score: fate === 'graded' ? score : null,
        criticalScore: null,
        mustPassMet: false,
        at: isJudged ? judgedAt : submittedAt,
      })),
    );
  });
}

const levelOf = (chance: SeededRandom, fate: Fate): Level =>
  fate === 'returned' ? 2 : (([4, 4, 3, 3, 3, 2] as const)[chance.below(6)] ?? 3);

function workText(chance: SeededRandom): string {
  const place = places[chance.below(places.length)];
  const [chosen, ...others] = chance.shuffled(ideas);
  return [
    `Daerah: ${place}.`,
    'Lima bahan: purun, kelakai, ikan haruan, madu kelulut, rotan. Sumber: pedagang pasar dan kelompok perajin, ditanya pekan lalu.',
    `Ide lain: ${others.slice(0, 2).join(' dan ')}.`,
    `Pilihan kami: ${chosen}. Tiga orang ditanya: pemilik kantin, penjaga kios oleh-oleh, dan seorang ibu di pasar. Dua mau mencoba, satu menganggap terlalu mahal.`,
    'Yang masih diragukan: pasokan bahan pada musim hujan.',
  ].join('\n\n');
}
