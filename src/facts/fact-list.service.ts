import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Fact } from '../courses/fact.entity.js';
import { MaterialAccessService } from '../lessons/material-access.service.js';
import { PersonDirectory } from '../platform/access/person-directory.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { CheckDaysService } from './check-days.service.js';
import { byUrgency, type CheckDays, type CheckReason, checkReasons } from './fact-check.js';
import { FactTextsService, type ShowingText } from '../courses/fact-texts.service.js';

export interface ListedFact {
  fact: Fact;
  reasons: CheckReason[];
  /** Name of the person who looked last; '' where the fact stands as its pack has it. */
  checkedBy: string;
  texts: readonly ShowingText[];
}

export interface FactList {
  /** Those that the actor teaches or runs. */
  courses: { id: number; title: string }[];
  /** The one that is listed; null where there is none. */
  course: { id: number; title: string } | null;
  /** The most urgent first. */
  facts: ListedFact[];
  days: CheckDays;
}

/** The facts of the courses that somebody teaches or runs. */
@Injectable()
export class FactListService {
  constructor(
    @InjectRepository(Fact) private readonly facts: Repository<Fact>,
    private readonly access: MaterialAccessService,
    private readonly days: CheckDaysService,
    private readonly texts: FactTextsService,
    private readonly people: PersonDirectory,
  ) {}

  /** Of one course, the first where none of theirs is asked for. */
  async of(actor: Actor, courseId: number | null): Promise<FactList> {
    const courses = await this.access.courses(actor);
    const course = courses.find(({ id }) => id === courseId) ?? courses[0] ?? null;
    const daysOf = await this.days.of();
    const days = daysOf(course?.id ?? 0);
    return { courses, course, days, facts: course ? await this.listed(course.id, days) : [] };
  }

  /** How many have to be checked in all courses of the actor. */
  async countDue(actor: Actor): Promise<number> {
    const courses = await this.access.courses(actor);
    const courseId = In(courses.map(({ id }) => id));
    const [facts, daysOf] = await Promise.all([this.facts.findBy({ courseId }), this.days.of()]);
    return facts.filter((fact) => checkReasons(fact, daysOf(fact.courseId)).length > 0).length;
  }

  /** @throws Missing where the actor neither teaches nor runs its course */
  async find(actor: Actor, id: number): Promise<Fact> {
    const fact = await this.facts.findOneBy({ id });
    if (!fact || !(await this.access.teaches(actor, fact.courseId))) throw new Missing('fact');
    return fact;
  }

  private async listed(courseId: number, days: CheckDays): Promise<ListedFact[]> {
    const facts = await this.facts.findBy({ courseId });
    const [texts, names] = await Promise.all([
      this.texts.of(courseId),
      this.people.namesOf(facts.flatMap(({ checkedById }) => checkedById ?? [])),
    ]);
    return facts
      .map((fact) => ({
        fact,
        reasons: checkReasons(fact, days),
        checkedBy: names.get(fact.checkedById ?? 0) ?? '',
        texts: texts.get(fact.key) ?? [],
      }))
      .toSorted(byUrgency);
  }
}
