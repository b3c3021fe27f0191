import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { inQueueOrder, neighboursOf, type Waiting } from './queue-order.js';
import { type QueueFilter, searchOf } from './queue-filter.js';
import { deskOf } from './queue-keys.js';
import { QueueService } from './queue.service.js';

/** The way through the queue from one work: addresses, null where it ends. */
export interface Way {
  previous: string | null;
  next: string | null;
  total: number;
}

/** Leads from one work to the next without the list between them. */
@Injectable()
export class RoundsService {
  constructor(private readonly queue: QueueService) {}

  async around(actor: Actor, current: Waiting, filter: QueueFilter): Promise<Way> {
    const { scope, waiting } = await this.queue.waiting(actor, filter);
    const found = neighboursOf(current, waiting, new Set(scope.ownGroupIds));
    return {
      previous: found.previous && addressOf(found.previous, filter),
      next: found.next && addressOf(found.next, filter),
      total: found.total,
    };
  }

  /** Where to go from work that was just judged: what waits after it, else the first that waits, else the queue. */
  async after(actor: Actor, current: Waiting, filter: QueueFilter): Promise<string> {
    const open = { ...filter, state: 'waiting' as const };
    const { scope, waiting } = await this.queue.waiting(actor, open);
    const own = new Set(scope.ownGroupIds);
    const next = neighboursOf(current, waiting, own).next ?? inQueueOrder(waiting, own)[0];
    return next ? addressOf(next, open) : `/grading${searchOf(open)}`;
  }
}

const addressOf = ({ key }: Waiting, filter: QueueFilter): string => deskOf(key) + searchOf(filter);
