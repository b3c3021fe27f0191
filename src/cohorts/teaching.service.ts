import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { isOffice } from '../people/office.js';
import { type Actor, hasRole, scopeIds } from '../platform/access/actor.js';
import { Group } from './group.entity.js';
import { Meeting } from './meeting.entity.js';
import type { TeachingScope } from './teaching-scope.js';

/** Whose work a person may see and judge. */
@Injectable()
export class TeachingService {
  /** An actor lives as long as one request, and no request asks again after it has changed who teaches what. */
  private readonly scopes = new WeakMap<Actor, Promise<TeachingScope>>();

  constructor(
    @InjectRepository(Group) private readonly groups: Repository<Group>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
  ) {}

  /**
   * Staff and administrators reach the cohorts of their grants; an instructor the classes and groups supervised, and
   * the classes of which any meeting is theirs. Two queries at most, however often a request asks.
   */
  scopeOf(actor: Actor): Promise<TeachingScope> {
    const known = this.scopes.get(actor);
    if (known) return known;
    const scope = this.find(actor);
    this.scopes.set(actor, scope);
    return scope;
  }

  private async find(actor: Actor): Promise<TeachingScope> {
    const cohortIds = officeCohorts(actor);
    const supervised = hasRole(actor, 'instructor') ? await this.supervisedBy(actor) : [];
    const met = hasRole(actor, 'instructor') && cohortIds !== null ? await this.metBy(actor) : [];
    return { cohortIds, ownGroupIds: supervised, groupIds: [...new Set([...supervised, ...met])] };
  }

  private async supervisedBy(actor: Actor): Promise<number[]> {
    const groups = await this.groups.find({
      select: { id: true },
      where: { supervisorId: actor.personId, ...inCohorts(actor) },
    });
    return groups.map(({ id }) => id);
  }

  private async metBy(actor: Actor): Promise<number[]> {
    const meetings = await this.meetings.find({
      select: { classGroupId: true },
      where: { instructorId: actor.personId, classGroup: inCohorts(actor) },
    });
    return meetings.map(({ classGroupId }) => classGroupId);
  }
}

/** Every cohort (`null`), or those that grants as staff or administrator name. */
function officeCohorts(actor: Actor): number[] | null {
  if (isOffice(actor)) return null;
  return (['staff', 'admin'] as const).flatMap((role) => scopeIds(actor, role, 'cohort') ?? []);
}

/** An instructor's grant may hold for some cohorts only. */
function inCohorts(actor: Actor): { cohortId?: ReturnType<typeof In<number>> } {
  const ids = scopeIds(actor, 'instructor', 'cohort');
  return ids === null ? {} : { cohortId: In(ids) };
}
