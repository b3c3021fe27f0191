import { Injectable } from '@nestjs/common';
import type { Meeting } from '../cohorts/meeting.entity.js';
import { TaughtMeetingsService } from '../cohorts/taught-meetings.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';

const DAY_MS = 86_400_000;

export interface MeetingList {
  now: Date;
  meetings: Meeting[];
}

/** The meetings of the two weeks behind and the two ahead. */
@Injectable()
export class MeetingListService {
  constructor(
    private readonly meetings: TaughtMeetingsService,
    private readonly clock: Clock,
  ) {}

  async around(actor: Actor): Promise<MeetingList> {
    const now = this.clock.now();
    const [from, to] = [new Date(now.getTime() - 14 * DAY_MS), new Date(now.getTime() + 14 * DAY_MS)];
    return { now, meetings: await this.meetings.between(actor, from, to) };
  }
}
