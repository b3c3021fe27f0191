import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { GlossaryService } from '../courses/glossary.service.js';
import { OutlineService } from '../courses/outline.service.js';
import { MaterialAccessService } from '../lessons/material-access.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';

export interface ShownCourse {
  id: number;
  title: string;
}

export interface GlossaryList {
  /** Null for who neither takes nor teaches one. */
  course: ShownCourse | null;
  /** Others that the actor teaches or runs. */
  others: ShownCourse[];
  mayEdit: boolean;
  terms: GlossaryTerm[];
}

/** The glossaries of the courses that somebody takes, teaches or runs. */
@Injectable()
export class GlossaryListService {
  constructor(
    @InjectRepository(GlossaryTerm) private readonly terms: Repository<GlossaryTerm>,
    private readonly glossary: GlossaryService,
    private readonly access: MaterialAccessService,
    private readonly outlines: OutlineService,
  ) {}

  /**
   * Of one course; where none is asked for, of the one that a learner takes, or else the first.
   *
   * @throws Missing for a course that the actor neither takes nor teaches
   */
  async of(actor: Actor, courseId: number | null): Promise<GlossaryList> {
    const place = await this.access.learner(actor);
    const taught = await this.access.courses(actor);
    const id = courseId ?? place?.cohort.courseId ?? taught[0]?.id;
    const others = taught.filter((one) => one.id !== id);
    if (id === undefined) return { course: null, others, mayEdit: false, terms: [] };
    const mayEdit = taught.some((one) => one.id === id);
    if (!mayEdit && place?.cohort.courseId !== id) throw new Missing('course');
    const { title } = await this.outlines.course(id);
    return { course: { id, title }, others, mayEdit, terms: await this.glossary.of(id) };
  }

  /** The course of a new term. @throws Missing where the actor neither teaches nor runs it */
  async course(actor: Actor, id: number | null): Promise<ShownCourse> {
    const courses = await this.access.courses(actor);
    const course = courses.find((one) => one.id === id);
    if (!course) throw new Missing('course');
    return course;
  }

  /** @throws Missing where the actor neither teaches nor runs its course */
  async find(actor: Actor, id: number): Promise<GlossaryTerm> {
    const term = await this.terms.findOneBy({ id });
    if (!term || !(await this.access.teaches(actor, term.courseId))) throw new Missing('term');
    return term;
  }
}
