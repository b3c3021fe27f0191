import { BatchDecisionsService } from '../certificates/batch-decisions.service.js';
import { boardGroup } from '../certificates/board.js';
import type { BoardLine } from '../certificates/board-line.js';
import { BoardService } from '../certificates/board.service.js';
import type { Certificate } from '../certificates/certificate.entity.js';
import { CertificatesService } from '../certificates/certificates.service.js';
import { ProposingService } from '../certificates/proposing.service.js';
import { PublicationService } from '../certificates/publication.service.js';
import { ReissuesService } from '../certificates/reissues.service.js';
import { SignatoriesService } from '../certificates/signatories.service.js';
import type { Cohort } from '../cohorts/cohort.entity.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Worker } from '../platform/jobs/worker.js';
import type { DemoTeam } from './demo-people.js';
import type { DemoStage } from './demo-stage.js';

const HOUR_MS = 3_600_000;

const signatories = [
  {
    position: 1,
    prefix: '',
    office: 'Kepala Dinas Koperasi dan UKM Provinsi Kalimantan Tengah',
    nameBefore: 'Ir.',
    name: 'Rayaningsih Tundan',
    nameAfter: 'M.T.',
    rank: 'Pembina Utama Muda',
    nip: '196903121995032004',
  },
  {
    position: 2,
    prefix: 'Plt.',
    office: 'Kepala UPT PLUT-KUMKM',
    nameBefore: '',
    name: 'Herman Suryadi',
    nameAfter: 'S.E., M.Si.',
    rank: 'Pembina',
    nip: '197511082003121002',
  },
];

/** The office's two people, who issue certificates as the pages let them: one proposes, the other confirms. */
export class DemoOffice {
  private readonly first: Actor;
  private readonly second: Actor;

  constructor(
    private readonly stage: DemoStage,
    { staff: [firstId = 0, secondId = 0] }: DemoTeam,
  ) {
    this.first = stage.actor(firstId, 'staff');
    this.second = stage.actor(secondId, 'staff');
  }

  async nameSignatories(validFrom: string): Promise<void> {
    const service = this.stage.app.get(SignatoriesService);
    for (const signatory of signatories)
      await service.add(this.first, { ...signatory, validFrom, validTo: null });
  }

  async cohort(cohortId: number): Promise<Cohort> {
    return await this.stage.app.get(CohortsService).find(this.first, cohortId);
  }

  /** Who of a cohort qualifies and has nothing yet. */
  async qualifying(cohort: Cohort): Promise<BoardLine[]> {
    const lines = await this.stage.app.get(BoardService).linesOf(cohort);
    return lines.filter((line) => boardGroup(line) === 'qualifies');
  }

  /** By the first, or by the second where the first is to confirm it. @returns the id of the batch */
  async propose(cohort: Cohort, lines: readonly BoardLine[], by: 'first' | 'second'): Promise<number> {
    const ids = lines.map(({ enrolmentId }) => enrolmentId);
    return await this.stage.app.get(ProposingService).propose(this[by], cohort, ids, `demo-issue-${by}`);
  }

  /** The second confirms what the first proposed; an hour later the job that publishes it has run. */
  async publish(batchId: number): Promise<void> {
    const { app, clock } = this.stage;
    clock.advance(HOUR_MS);
    await app.get(BatchDecisionsService).confirm(this.second, batchId);
    clock.advance(HOUR_MS);
    await app.get(Worker).workOff();
    await app.get(PublicationService).publish(batchId, async () => {}); // a server that runs on it may have the job
  }

  async reissue({ id }: Pick<Certificate, 'id'>): Promise<void> {
    const { app } = this.stage;
    const certificate = await app.get(CertificatesService).find(this.first, id);
    await this.publish(await app.get(ReissuesService).propose(this.first, certificate, `demo-reissue-${id}`));
  }

  async revoke({ id }: Pick<Certificate, 'id'>, note: string): Promise<void> {
    await this.stage.app.get(CertificatesService).revoke(this.second, id, 'issued-in-error', note);
  }
}
