import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Activity } from '../courses/activity.entity.js';
import { Course, CourseModule, GradeComponent } from '../courses/course.entity.js';
import { Fact } from '../courses/fact.entity.js';
import { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { Session } from '../courses/session.entity.js';
import { Refusal } from '../platform/access/refusals.js';
import type { CoursePack } from './course-pack.js';
import { factStays } from './fact-stays.js';
import type { RowWriter } from './row-writer.js';

/** What the content of sessions refers to. */
export interface CourseFrame {
  courseId: number;
  /** Ids by key. */
  components: ReadonlyMap<string, number>;
  /** By key, `P1`. */
  sessions: ReadonlyMap<string, { id: number; number: number }>;
  /** Keys of those that were there and say something else now. */
  changedFacts: readonly string[];
}

/** Writes what a course consists of before its content: modules, components, facts, the glossary and the plan of sessions. */
@Injectable()
export class PackFrameService {
  constructor(@InjectRepository(Course) private readonly courses: Repository<Course>) {}

  /** Null while there is no course of this key. */
  async courseIdOf(key: string): Promise<number | null> {
    return (await this.courses.findOneBy({ key }))?.id ?? null;
  }

  /** In the writer's unit of work. @throws Refusal where the pack gives the key of an activity to another kind. */
  async put(writer: RowWriter, pack: CoursePack): Promise<CourseFrame> {
    const { key, title, summary, language, practiceHours, requirements, criticalAspects } = pack;
    const found = await writer.manager.findOneBy(Course, { key });
    if (found) await this.refuseOtherKinds(writer.manager, found.id, pack);
    const wanted = { key, title, summary, language, practiceHours, requirements, criticalAspects };
    const courseId = await writer.put(Course, found, wanted);
    const components = await this.putComponents(writer, courseId, pack);
    const modules = await this.putModules(writer, courseId, pack);
    const sessions = await this.putSessions(writer, courseId, pack, modules);
    await this.dropEmptyModules(writer.manager, courseId, pack.modules.length);
    const changedFacts = await this.putFacts(writer, courseId, pack);
    await this.putGlossary(writer, courseId, pack);
    return { courseId, components, sessions, changedFacts };
  }

  /** Whoever holds a score in a quiz must never find it in a lesson. */
  private async refuseOtherKinds(manager: EntityManager, courseId: number, pack: CoursePack): Promise<void> {
    const known = await manager.find(Activity, { select: { key: true, kind: true }, where: { courseId } });
    const kinds = new Map(known.map(({ key, kind }) => [key, kind]));
    for (const { key, kind } of pack.sessions.flatMap(({ activities }) => activities))
      if ((kinds.get(key) ?? kind) !== kind) throw new Refusal('course-packs.otherKind', { key });
  }

  private async putComponents(writer: RowWriter, courseId: number, pack: CoursePack) {
    const found = await writer.manager.findBy(GradeComponent, { courseId });
    const ids = new Map<string, number>();
    for (const [index, { key, name, weight }] of pack.components.entries()) {
      const before = found.find((component) => component.key === key);
      const wanted = { courseId, position: index + 1, key, name, weight };
      ids.set(key, await writer.put(GradeComponent, before, wanted));
    }
    // Weights sum to the whole, so what is no longer there weighs nothing; scores may still refer to it.
    for (const { id, key } of found.filter((component) => !ids.has(component.key))) {
      await writer.manager.update(GradeComponent, { id }, { weight: 0 });
      writer.report.notInPack.push(key);
    }
    return ids;
  }

  /** The module at a position is whatever the pack has there: nothing but sessions refers to one. */
  private async putModules(writer: RowWriter, courseId: number, pack: CoursePack) {
    const found = await writer.manager.findBy(CourseModule, { courseId });
    const ids = new Map<string, number>();
    for (const [index, { key, title, hours }] of pack.modules.entries()) {
      const position = index + 1;
      const before = found.find((module) => module.position === position);
      ids.set(key, await writer.put(CourseModule, before, { courseId, position, key, title, hours }));
    }
    return ids;
  }

  private async putSessions(
    writer: RowWriter,
    courseId: number,
    pack: CoursePack,
    modules: ReadonlyMap<string, number>,
  ) {
    const found = await writer.manager.findBy(Session, { courseId });
    const sessions = new Map<string, { id: number; number: number }>();
    for (const { key, number, title, track, module, unit, summary, outcomes } of pack.sessions) {
      const before = found.find((session) => session.number === number);
      const moduleId = modules.get(module) ?? 0;
      const wanted = { courseId, moduleId, number, key, title, track, unit, summary, outcomes };
      sessions.set(key, { id: await writer.put(Session, before, wanted), number });
    }
    const beyond = found.filter(({ number }) => number > pack.sessions.length);
    writer.report.notInPack.push(...beyond.map(({ key }) => key));
    return sessions;
  }

  private async dropEmptyModules(manager: EntityManager, courseId: number, count: number): Promise<void> {
    const modules = await manager.findBy(CourseModule, { courseId });
    for (const { id } of modules.filter(({ position }) => position > count))
      if (!(await manager.existsBy(Session, { moduleId: id }))) await manager.delete(CourseModule, { id });
  }

  private async putFacts(writer: RowWriter, courseId: number, pack: CoursePack): Promise<string[]> {
    const found = await writer.manager.findBy(Fact, { courseId });
    const changed: string[] = [];
    for (const fact of pack.facts) {
      const before = found.find(({ key }) => key === fact.key);
      const wanted = before && factStays(before, fact) ? {} : { ...fact, courseId, checkedById: null };
      const changedBefore = writer.report.changed;
      await writer.put(Fact, before, wanted);
      if (writer.report.changed > changedBefore) changed.push(fact.key);
    }
    return changed;
  }

  private async putGlossary(writer: RowWriter, courseId: number, pack: CoursePack): Promise<void> {
    const found = await writer.manager.findBy(GlossaryTerm, { courseId });
    for (const term of pack.glossary) {
      const before = found.find(({ key }) => key === term.key);
      await writer.put(GlossaryTerm, before, { ...term, courseId });
    }
  }
}
