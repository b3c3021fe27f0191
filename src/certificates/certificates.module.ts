import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { CourseModule } from '../courses/course.entity.js';
import { JobHandlers } from '../platform/jobs/job-handlers.js';
import { ResultsModule } from '../results/results.module.js';
import { SettingChecks } from '../platform/settings/setting-checks.js';
import { BatchDecisionsService, PUBLISH } from './batch-decisions.service.js';
import { BatchProposalsService } from './batch-proposals.service.js';
import { BatchSheetsService } from './batch-sheets.service.js';
import { BatchVerdictsService } from './batch-verdicts.service.js';
import { BatchesController } from './batches.controller.js';
import { BatchesService } from './batches.service.js';
import { BoardController } from './board.controller.js';
import { BoardService } from './board.service.js';
import { BatchMember, CertificateBatch } from './certificate-batch.entity.js';
import { CertificateFontsService } from './certificate-fonts.service.js';
import { templateComplaint } from './template-complaint.js';
import { Certificate, NumberSeries } from './certificate.entity.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesService } from './certificates.service.js';
import { IssueStatesService } from './issue-states.service.js';
import { IssuingService } from './issuing.service.js';
import { NumberSeriesService } from './number-series.service.js';
import { OfficeCalendarService } from './office-calendar.service.js';
import { OwnCertificatesController } from './own-certificates.controller.js';
import { PrintRunsService } from './print-runs.service.js';
import { PrintingService } from './printing.service.js';
import { ProposalsService } from './proposals.service.js';
import { ProposingService } from './proposing.service.js';
import { PublicationService } from './publication.service.js';
import { ReissuesService } from './reissues.service.js';
import { RequirementsController } from './requirements.controller.js';
import { SamplesService } from './samples.service.js';
import { SignatoriesController } from './signatories.controller.js';
import { SignatoriesService } from './signatories.service.js';
import { Signatory } from './signatory.entity.js';
import { VerificationController } from './verification.controller.js';
import { VerificationService } from './verification.service.js';
import { WaivingService } from './waiving.service.js';

/** From the requirements to a certificate that anyone can check. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      BatchMember,
      Certificate,
      CertificateBatch,
      CourseModule,
      Meeting,
      NumberSeries,
      Signatory,
    ]),
    CohortsModule,
    ResultsModule,
  ],
  controllers: [
    BoardController,
    RequirementsController,
    BatchesController,
    CertificatesController,
    OwnCertificatesController,
    VerificationController,
    SignatoriesController,
  ],
  providers: [
    BatchDecisionsService,
    BatchProposalsService,
    BatchSheetsService,
    BatchVerdictsService,
    BatchesService,
    BoardService,
    CertificateFontsService,
    CertificatesService,
    IssueStatesService,
    IssuingService,
    NumberSeriesService,
    OfficeCalendarService,
    PrintRunsService,
    PrintingService,
    ProposalsService,
    ProposingService,
    PublicationService,
    ReissuesService,
    SamplesService,
    SignatoriesService,
    VerificationService,
    WaivingService,
  ],
})
export class CertificatesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly publication: PublicationService,
    private readonly checks: SettingChecks,
  ) {}

  onModuleInit(): void {
    this.handlers.register<{ batchId: number }>(PUBLISH, ({ payload, progress }) =>
      this.publication.publish(payload.batchId, progress),
    );
    this.checks.add('certificateNumberTemplate', templateComplaint);
  }
}
