import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { readFile } from 'node:fs/promises';
import type { Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Upload } from '../platform/uploads/upload.js';
import { type EnrolmentList, readEnrolmentCsv } from './enrolment-csv.js';
import { type ImportPlan, planImport } from './enrolment-import-plan.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentWriterService } from './enrolment-writer.service.js';
import { KnownFactsService } from './known-facts.service.js';

/** Brings a list of students into a cohort. */
@Injectable()
export class EnrolmentImportsService {
  constructor(
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    private readonly facts: KnownFactsService,
    private readonly writer: EnrolmentWriterService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The text of the list: of the file where one was sent, else what was typed. */
  async listOf(typed: string, { files, problems }: Upload): Promise<{ list: string; problem?: string }> {
    const [file] = files;
    if (problems.length > 0) return { list: typed, problem: 'cohorts.import.fileNotTaken' };
    if (!file) return typed === '' ? { list: '', problem: 'cohorts.import.nothing' } : { list: typed };
    try {
      return { list: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file.path)) };
    } catch {
      return { list: typed, problem: 'cohorts.import.notText' };
    }
  }

  /** What the list would do, without doing it. */
  async preview(cohortId: number, csv: string): Promise<ImportPlan> {
    const list = readEnrolmentCsv(csv);
    const known = await this.facts.read(this.enrolments.manager, cohortId, list.rows);
    return together(list, planImport(list.rows, known));
  }

  /**
   * Does what the list says, all of it or, where anything in it is wrong, nothing. The same list again changes
   * nothing more.
   */
  async import(actor: Actor, cohortId: number, csv: string): Promise<ImportPlan> {
    const list = readEnrolmentCsv(csv);
    const now = this.clock.now();
    return await this.units.inTransaction(async (manager) => {
      const known = await this.facts.read(manager, cohortId, list.rows);
      const plan = together(list, planImport(list.rows, known));
      if (plan.problems.length > 0) return plan;
      await this.writer.write(manager, { cohortId, now }, plan.rows, known);
      const record = { type: 'cohort', id: cohortId };
      await this.audit.note(manager, { by: actor, action: 'cohorts.audit.imported', record });
      return plan;
    });
  }
}

const together = (list: EnrolmentList, plan: ImportPlan): ImportPlan => ({
  rows: plan.rows,
  problems: [...list.problems, ...plan.problems].toSorted((a, b) => a.line - b.line),
});
