import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UploadsModule } from '../platform/uploads/uploads.module.js';
import { ActivitiesService } from './activities.service.js';
import { Activity, ActivityVersion } from './activity.entity.js';
import { Course, CourseModule, GradeComponent } from './course.entity.js';
import { CourseFilesService } from './course-files.service.js';
import { CourseMediaService } from './course-media.service.js';
import { CourseRenderingService } from './course-rendering.service.js';
import { FactPublishingService } from './fact-publishing.service.js';
import { FactTextsService } from './fact-texts.service.js';
import { Fact } from './fact.entity.js';
import { GlossaryTerm } from './glossary-term.entity.js';
import { GlossaryService } from './glossary.service.js';
import { OutlineService } from './outline.service.js';
import { PicturesController } from './pictures.controller.js';
import { PicturesService } from './pictures.service.js';
import { PublishingService } from './publishing.service.js';
import { Question, QuestionVersion } from './question.entity.js';
import { VersionPinsService } from './version-pins.service.js';
import { Session } from './session.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Course,
      CourseModule,
      GradeComponent,
      Session,
      Activity,
      ActivityVersion,
      Question,
      QuestionVersion,
      Fact,
      GlossaryTerm,
    ]),
    UploadsModule,
  ],
  controllers: [PicturesController],
  providers: [
    ActivitiesService,
    CourseFilesService,
    CourseMediaService,
    CourseRenderingService,
    FactPublishingService,
    FactTextsService,
    GlossaryService,
    OutlineService,
    PicturesService,
    PublishingService,
    VersionPinsService,
  ],
  exports: [
    ActivitiesService,
    CourseFilesService,
    CourseMediaService,
    CourseRenderingService,
    FactPublishingService,
    FactTextsService,
    GlossaryService,
    OutlineService,
    PicturesService,
    PublishingService,
    VersionPinsService,
  ],
})
export class CoursesModule {}
