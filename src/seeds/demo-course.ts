import { join } from 'node:path';
import { readPackFolder } from '../course-packs/pack-folder.js';
import { PackImportService } from '../course-packs/pack-import.service.js';
import { readPack } from '../course-packs/pack-reader.js';
import { Course } from '../courses/course.entity.js';
import { projectRoot } from '../platform/config/project-root.js';
import type { DemoStage } from './demo-stage.js';

/** Publishes the course that the product brings. @returns its id */
export async function demoCourse({ app, units }: DemoStage): Promise<number> {
  const { pack, problems } = readPack(await readPackFolder(join(projectRoot, 'content', 'kader-pendamping')));
  if (problems) throw new Error(problems.map(({ file, line, key }) => `${file}:${line} ${key}`).join('\n'));
  await app.get(PackImportService).import(pack, null);
  const course = await units.inTransaction((manager) => manager.findOneByOrFail(Course, { key: pack.key }));
  return course.id;
}
