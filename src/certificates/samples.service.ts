import { Injectable } from '@nestjs/common';
import type { Cohort } from '../cohorts/cohort.entity.js';
import { Refusal } from '../platform/access/refusals.js';
import type { CertificateFacts } from './certificate-facts.js';
import { certificatePdf } from './certificate-pdf.js';
import { certificateSnapshot, snapshotFaults } from './certificate-snapshot.js';
import { OfficeCalendarService } from './office-calendar.service.js';
import { blankEdition } from './print-run.js';
import { PrintRunsService } from './print-runs.service.js';

/** Any score will do, as long as it is the same in every component and in the result. */
const SCORE = 8500;

const nobody: CertificateFacts['holder'] = {
  name: { before: '', name: 'Nama Peserta', after: '' },
  nim: '0000000000',
  campus: 'Nama Perguruan Tinggi',
  studyProgramme: null,
};

/** A certificate of nobody, to be looked at before real ones are proposed. It is kept nowhere. */
@Injectable()
export class SamplesService {
  constructor(
    private readonly printRuns: PrintRunsService,
    private readonly calendar: OfficeCalendarService,
  ) {}

  /** As a certificate of the cohort would look today. @throws Refusal where none could be made */
  async print(cohort: Cohort): Promise<Buffer> {
    const { shared, fonts } = await this.printRuns.open(cohort, this.calendar.today());
    const components = cohort.rules.components.map(({ name, weight }) => ({
      title: name,
      weight,
      score: SCORE,
    }));
    const facts = {
      ...blankEdition,
      ...shared,
      holder: nobody,
      components,
      finalScore: SCORE,
      attendance: null,
    };
    const [fault] = snapshotFaults(facts);
    if (fault) throw new Refusal(`certificates.problems.${fault}`);
    return await certificatePdf(certificateSnapshot(facts), fonts);
  }
}
