import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Waiver } from './requirements.js';
import { RequirementWaiver } from './waiver.entity.js';

@Injectable()
export class WaiversService {
  constructor(@InjectRepository(RequirementWaiver) private readonly waivers: Repository<RequirementWaiver>) {}

  async of(enrolmentId: number): Promise<Waiver[]> {
    return await this.waivers.query<Waiver[]>(WAIVERS, [enrolmentId]);
  }

  /** By enrolment. One query. */
  async ofMany(enrolmentIds: readonly number[]): Promise<Map<number, Waiver[]>> {
    const rows = await this.waivers.findBy({ enrolmentId: In([...enrolmentIds]) });
    return Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
  }
}

const WAIVERS = 'SELECT requirement, reason FROM waivers WHERE enrolment_id = ?';
