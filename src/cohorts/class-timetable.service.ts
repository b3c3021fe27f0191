import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** All meetings of one class. */
@Injectable()
export class ClassTimetableService {
  constructor(@InjectRepository(Meeting) private readonly meetings: Repository<Meeting>) {}

  /** In the order in which they happen, with session and instructor. */
  of(classGroupId: number): Promise<Meeting[]> {
    return this.meetings.find({
      where: { classGroupId },
      relations: { session: true, instructor: true },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }
}
