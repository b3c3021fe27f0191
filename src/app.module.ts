import { ReportsModule } from './reports/reports.module.js';
import { ResultsModule } from './results/results.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { type DynamicModule, Module } from '@nestjs/common';
import { entities } from './entities.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { CohortsModule } from './cohorts/cohorts.module.js';
import { CoursePacksModule } from './course-packs/course-packs.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { BegunWorkModule } from './desk/begun-work.module.js';
import { FactsModule } from './facts/facts.module.js';
import { GlossaryModule } from './glossary/glossary.module.js';
import { CourseImportsModule } from './course-imports/course-imports.module.js';
import { DeskModule } from './desk/desk.module.js';
import { LessonsModule } from './lessons/lessons.module.js';
import { ProgressModule } from './progress/progress.module.js';
import { QuizzesModule } from './quizzes/quizzes.module.js';
import { RecallModule } from './recall/recall.module.js';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { GradingModule } from './grading/grading.module.js';
import { HomeModule } from './home/home.module.js';
import { migrations } from './migrations/index.js';
import { PeopleModule } from './people/people.module.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { type Clock, SystemClock } from './platform/clock/clock.js';
import { ClockModule } from './platform/clock/clock.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { databaseFile } from './platform/config/places.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { I18nModule } from './platform/i18n/i18n.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { RateLimitModule } from './platform/rate-limit/rate-limit.module.js';
import { SettingsModule } from './platform/settings/settings.module.js';
import { SigningModule } from './platform/signing/signing.module.js';
import { UploadsModule } from './platform/uploads/uploads.module.js';
import { WebModule } from './platform/web/web.module.js';

/** The product: the platform, then the features in their one-way order. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with({ url: config.databaseUrl, file: databaseFile(config), entities, migrations }),
        ClockModule.with(clock),
        I18nModule,
        RateLimitModule,
        WebModule,
        AuditModule,
        JobsModule,
        SettingsModule,
        SigningModule,
        UploadsModule,
        HealthModule,
        PeopleModule,
        CoursesModule,
        CohortsModule,
        ProgressModule,
        LessonsModule,
        QuizzesModule,
        RecallModule,
        AssignmentsModule,
        GradingModule,
        AttendanceModule,
        ResultsModule,
        CertificatesModule,
        CoursePacksModule,
        BegunWorkModule,
        FactsModule,
        GlossaryModule,
        DeskModule,
        CourseImportsModule,
        ReportsModule,
        HomeModule,
      ],
    };
  }
}
