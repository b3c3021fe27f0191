import { Readable } from 'node:stream';
import { HandInsService } from '../assignments/hand-ins.service.js';
import { LearnerWorkService } from '../assignments/learner-work.service.js';
import { SavesService } from '../assignments/saves.service.js';
import { contentTypeOf } from '../platform/uploads/content-type.js';
import { Incoming } from '../platform/uploads/incoming.js';
import type { ArrivedFile } from '../platform/uploads/upload.js';
import type { DemoLearner } from './demo-learners.js';
import type { DemoStage } from './demo-stage.js';

const MOST_BYTES = 10_000_000;

interface DemoWork {
  activityId: number;
  by: DemoLearner;
  at: Date;
  text: string;
  files: readonly { name: string; content: Buffer }[];
}

/** Writes a text, uploads files and hands them in, as the work page lets a learner do it. */
export async function sendWork(
  stage: DemoStage,
  { activityId, by, at, text, files }: DemoWork,
): Promise<void> {
  const { app, clock } = stage;
  clock.moveTo(at);
  const actor = stage.actor(by.personId, 'student');
  const arrived: ArrivedFile[] = [];
  for (const file of files) arrived.push(await arrive(stage, file));
  const work = await app.get(LearnerWorkService).of(actor, activityId);
  const saved = await app.get(SavesService).save(work, {
    text: { text, seq: 0 },
    remove: null,
    upload: { files: arrived, problems: [] },
  });
  if (saved.troubles.length > 0) throw new Error(`not taken: ${JSON.stringify(saved.troubles)}`);
  await app.get(HandInsService).handIn(await app.get(LearnerWorkService).of(actor, activityId), 'demo-1');
}

async function arrive(
  { app }: DemoStage,
  { name, content }: DemoWork['files'][number],
): Promise<ArrivedFile> {
  const reception = await app.get(Incoming).receive(Readable.from([content]), MOST_BYTES);
  if (reception.kind !== 'received') throw new Error(`${name}: ${reception.kind}`);
  return { ...reception.file, name, type: await contentTypeOf(reception.file.path) };
}
