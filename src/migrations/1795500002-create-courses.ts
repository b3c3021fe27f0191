import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  flag,
  id,
  index,
  instant,
  line,
  longText,
  nullable,
  reference,
  score,
  unique,
  whole,
} from './table.js';

export class CreateCourses1795500002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'courses',
      [
        id(),
        code('key', 60),
        line('title', 160),
        longText('summary'),
        code('language', 2),
        whole('practice_hours'),
        longText('requirements'),
        longText('critical_aspects'),
      ],
      { indices: [unique('uq_courses_key', 'key')] },
    );
    await createTable(
      runner,
      'course_modules',
      [id(), whole('course_id'), whole('position'), code('key', 60), line('title', 160), whole('hours')],
      {
        indices: [unique('uq_course_modules_position', 'course_id', 'position')],
        foreignKeys: [reference('fk_course_modules_course', 'course_id', 'courses')],
      },
    );
    await createTable(
      runner,
      'grade_components',
      [id(), whole('course_id'), whole('position'), code('key', 60), line('name', 120), whole('weight')],
      {
        indices: [unique('uq_grade_components_key', 'course_id', 'key')],
        foreignKeys: [reference('fk_grade_components_course', 'course_id', 'courses')],
      },
    );
    await createTable(
      runner,
      'sessions',
      [
        id(),
        whole('course_id'),
        whole('module_id'),
        whole('number'),
        code('key', 60),
        line('title'),
        code('track', 20),
        line('unit', 40, nullable),
        longText('summary'),
        longText('outcomes'),
      ],
      {
        indices: [unique('uq_sessions_number', 'course_id', 'number')],
        foreignKeys: [
          reference('fk_sessions_course', 'course_id', 'courses'),
          reference('fk_sessions_module', 'module_id', 'course_modules'),
        ],
      },
    );
    await createTable(
      runner,
      'activities',
      [
        id(),
        whole('course_id'),
        whole('session_id'),
        code('key', 60),
        whole('position'),
        code('kind', 20),
        line('title'),
        flag('required'),
        whole('component_id', nullable),
        code('opens_rule', 20, nullable),
        code('due_rule', 20, nullable),
        score('pass_mark', nullable),
        code('critical', 60, nullable),
        code('submits_as', 20),
        whole('weight'),
        whole('current_version_id', nullable),
      ],
      {
        indices: [
          unique('uq_activities_key', 'course_id', 'key'),
          index('ix_activities_session', 'session_id', 'position'),
        ],
        foreignKeys: [
          reference('fk_activities_course', 'course_id', 'courses'),
          reference('fk_activities_session', 'session_id', 'sessions'),
          reference('fk_activities_component', 'component_id', 'grade_components'),
        ],
      },
    );
    await createTable(
      runner,
      'activity_versions',
      [
        id(),
        whole('activity_id'),
        whole('version'),
        longText('brief'),
        code('content_hash', 64),
        whole('author_id', nullable),
        instant('published_at'),
        longText('content'),
      ],
      {
        indices: [unique('uq_activity_versions_version', 'activity_id', 'version')],
        foreignKeys: [
          reference('fk_activity_versions_activity', 'activity_id', 'activities'),
          reference('fk_activity_versions_author', 'author_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'questions',
      [
        id(),
        whole('course_id'),
        whole('session_id'),
        code('key', 60),
        flag('must_pass'),
        whole('current_version_id', nullable),
      ],
      {
        indices: [
          unique('uq_questions_key', 'course_id', 'key'),
          index('ix_questions_session', 'session_id'),
        ],
        foreignKeys: [
          reference('fk_questions_course', 'course_id', 'courses'),
          reference('fk_questions_session', 'session_id', 'sessions'),
        ],
      },
    );
    await createTable(
      runner,
      'question_versions',
      [
        id(),
        whole('question_id'),
        whole('version'),
        code('type', 20),
        longText('stem'),
        longText('body'),
        longText('tags'),
        code('content_hash', 64),
        instant('published_at'),
      ],
      {
        indices: [unique('uq_question_versions_version', 'question_id', 'version')],
        foreignKeys: [reference('fk_question_versions_question', 'question_id', 'questions')],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'question_versions',
      'questions',
      'activity_versions',
      'activities',
      'sessions',
      'grade_components',
      'course_modules',
      'courses',
    );
  }
}
