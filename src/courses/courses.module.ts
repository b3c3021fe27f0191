import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivitiesService } from './activities.service.js';
import { Activity, ActivityVersion } from './activity.entity.js';
import { Course, CourseModule, GradeComponent } from './course.entity.js';
import { Question, QuestionVersion } from './question.entity.js';
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
    ]),
  ],
  providers: [ActivitiesService],
  exports: [ActivitiesService],
})
export class CoursesModule {}
