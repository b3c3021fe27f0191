import { Injectable } from '@nestjs/common';
import type { TeachingScope } from '../cohorts/teaching-scope.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import type { Actor } from '../platform/access/actor.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import { AttemptQueueService } from './attempt-queue.service.js';
import type { QueueFilter } from './queue-filter.js';
import { idIn, isAttempt } from './queue-keys.js';
import { inQueueOrder, type Waiting } from './queue-order.js';
import { SubmissionQueueService } from './submission-queue.service.js';

/** One thing to judge, as its place in the queue needs it. */
export interface QueueItem extends Waiting {
  className: string | null;
  activityId: number;
  activity: string;
  daysLate: number;
  /** Null while it is not graded. */
  score: number | null;
}

export interface QueueRow extends QueueItem {
  names: string[];
}

interface QueueChoice {
  id: number;
  name: string;
}

export interface Queue {
  rows: PageOfRows<QueueRow>;
  waiting: number;
  oldest: Date | null;
  classes: QueueChoice[];
  activities: QueueChoice[];
}

const EVERYTHING = { classId: null, activityId: null };

/** What a person may judge, of every kind: own classes before the others and the oldest first. */
@Injectable()
export class QueueService {
  constructor(
    private readonly submissions: SubmissionQueueService,
    private readonly attempts: AttemptQueueService,
    private readonly teaching: TeachingService,
  ) {}

  /** One page; the number of queries does not depend on its rows. */
  async list(actor: Actor, filter: QueueFilter, page: number): Promise<Queue> {
    const scope = await this.teaching.scopeOf(actor);
    const [all, submitted] = await Promise.all([
      this.items(scope, { ...EVERYTHING, state: filter.state }),
      filter.state === 'waiting' ? null : this.items(scope, { ...EVERYTHING, state: 'waiting' }),
    ]);
    const waiting = submitted ?? all;
    const shown = inQueueOrder(
      all.filter((item) => isWanted(item, filter)),
      new Set(scope.ownGroupIds),
    );
    const rows = await pageOfRows(page, ({ skip, take }) => this.rows(shown.slice(skip, skip + take)));
    const oldest = Math.min(...waiting.map(({ waitingSince }) => waitingSince.getTime()));
    return {
      rows,
      waiting: waiting.length,
      oldest: waiting.length > 0 ? new Date(oldest) : null,
      classes: choices(all, ({ classId, className }) => ({ id: classId, name: className })),
      activities: choices(all, ({ activityId, activity }) => ({ id: activityId, name: activity })),
    };
  }

  /** All that waits, for the way from one to the next. */
  async waiting(actor: Actor, filter: QueueFilter): Promise<{ scope: TeachingScope; waiting: Waiting[] }> {
    const scope = await this.teaching.scopeOf(actor);
    return { scope, waiting: await this.items(scope, filter) };
  }

  private async items(scope: TeachingScope, filter: QueueFilter): Promise<QueueItem[]> {
    const kinds = [this.submissions.items(scope, filter), this.attempts.items(scope, filter)];
    return (await Promise.all(kinds)).flat();
  }

  private async rows(items: readonly QueueItem[]): Promise<QueueRow[]> {
    const ids = (attempts: boolean) =>
      items.filter(({ key }) => isAttempt(key) === attempts).map(({ key }) => idIn(key));
    const [submissions, attempts] = await Promise.all([
      this.submissions.names(ids(false)),
      this.attempts.names(ids(true)),
    ]);
    return items.map((item) => ({
      ...item,
      names: submissions.get(item.key) ?? attempts.get(item.key) ?? [],
    }));
  }
}

const isWanted = (item: QueueItem, { classId, activityId }: QueueFilter): boolean =>
  (classId === null || item.classId === classId) && (activityId === null || item.activityId === activityId);

/** What one can filter by, each once, by name. */
function choices(
  items: readonly QueueItem[],
  choiceOf: (item: QueueItem) => { id: number | null; name: string | null },
): QueueChoice[] {
  const found = new Map<number, string>();
  for (const { id, name } of items.map(choiceOf)) if (id !== null) found.set(id, name ?? '');
  return [...found].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name));
}
