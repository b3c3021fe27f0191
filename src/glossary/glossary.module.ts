import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursesModule } from '../courses/courses.module.js';
import { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { GlossaryChangesService } from './glossary-changes.service.js';
import { GlossaryListService } from './glossary-list.service.js';
import { GlossaryController } from './glossary.controller.js';
import { TermsController } from './terms.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([GlossaryTerm]), CoursesModule, LessonsModule],
  controllers: [GlossaryController, TermsController],
  providers: [GlossaryChangesService, GlossaryListService],
})
export class GlossaryModule {}
