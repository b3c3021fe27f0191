import { type DataSource, type EntityManager, Not } from 'typeorm';
import { Certificate } from '../certificates/certificate.entity.js';
import { Course } from '../courses/course.entity.js';
import { entities } from '../entities.js';
import { Person } from '../people/person.entity.js';
import { Setting } from '../platform/settings/setting.entity.js';

const KEY = 'demo';

/**
 * What a database says of itself. Only one that is marked as a demo, or holds nothing, is ever filled with invented
 * people; an `unfinished` one is a demo whose making was cut off.
 */
export type DemoMark = 'empty' | 'unfinished' | 'ready' | 'real';

export async function demoMarkOf({ manager }: Pick<DataSource, 'manager'>): Promise<DemoMark> {
  const mark = await manager.findOneBy(Setting, { key: KEY });
  if (mark) return mark.value === 'ready' ? 'ready' : 'unfinished';
  const isUsed = (await manager.existsBy(Person, {})) || (await manager.existsBy(Course, {}));
  return isUsed ? 'real' : 'empty';
}

export async function markDemo(
  manager: EntityManager,
  value: 'unfinished' | 'ready',
  changedAt: Date,
): Promise<void> {
  await manager.upsert(Setting, { key: KEY, value, changedAt }, ['key']);
}

/** Empties a demo but for its mark: every table before those that it refers to. */
export async function emptyDemo(manager: EntityManager): Promise<void> {
  await manager.createQueryBuilder().update(Certificate).set({ replacesId: null }).execute(); // an edition refers to another
  for (const entity of entities.toReversed()) {
    if (entity === Setting) await manager.delete(Setting, { key: Not(KEY) });
    else await manager.createQueryBuilder().delete().from(entity).execute();
  }
}
