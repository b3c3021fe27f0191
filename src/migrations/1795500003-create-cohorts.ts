import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  id,
  index,
  instant,
  line,
  longText,
  nullable,
  reference,
  unique,
  whole,
} from './table.js';

export class CreateCohorts1795500003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'cohorts',
      [
        id(),
        whole('course_id'),
        whole('ordinal'),
        line('label', 40),
        code('starts_on', 10),
        code('status', 20),
        longText('rules'),
      ],
      {
        indices: [unique('uq_cohorts_ordinal', 'course_id', 'ordinal')],
        foreignKeys: [reference('fk_cohorts_course', 'course_id', 'courses')],
      },
    );
    await createTable(
      runner,
      'enrolments',
      [
        id(),
        whole('cohort_id'),
        whole('person_id'),
        whole('student_record_id', nullable),
        code('status', 20),
        instant('enrolled_at'),
      ],
      {
        indices: [
          unique('uq_enrolments_person', 'cohort_id', 'person_id'),
          index('ix_enrolments_person', 'person_id', 'status'),
        ],
        foreignKeys: [
          reference('fk_enrolments_cohort', 'cohort_id', 'cohorts'),
          reference('fk_enrolments_person', 'person_id', 'people'),
          reference('fk_enrolments_student_record', 'student_record_id', 'student_records'),
        ],
      },
    );
    await createTable(
      runner,
      'groups',
      [id(), whole('cohort_id'), code('kind', 20), line('name', 80), whole('supervisor_id', nullable)],
      {
        indices: [unique('uq_groups_name', 'cohort_id', 'kind', 'name')],
        foreignKeys: [
          reference('fk_groups_cohort', 'cohort_id', 'cohorts'),
          reference('fk_groups_supervisor', 'supervisor_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'group_members',
      [id(), whole('group_id'), whole('enrolment_id'), code('kind', 20)],
      {
        indices: [
          unique('uq_group_members_kind', 'enrolment_id', 'kind'),
          index('ix_group_members_group', 'group_id'),
        ],
        foreignKeys: [
          reference('fk_group_members_group', 'group_id', 'groups'),
          reference('fk_group_members_enrolment', 'enrolment_id', 'enrolments'),
        ],
      },
    );
    await createTable(
      runner,
      'slots',
      [
        id(),
        whole('class_group_id'),
        whole('weekday'),
        code('starts_at', 5),
        whole('minutes'),
        line('place', 120),
        whole('instructor_id', nullable),
      ],
      {
        indices: [index('ix_slots_class', 'class_group_id')],
        foreignKeys: [
          reference('fk_slots_class', 'class_group_id', 'groups'),
          reference('fk_slots_instructor', 'instructor_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'meetings',
      [
        id(),
        whole('class_group_id'),
        whole('session_id', nullable),
        instant('starts_at'),
        instant('ends_at'),
        line('place', 120),
        whole('instructor_id', nullable),
        code('status', 20),
      ],
      {
        indices: [
          unique('uq_meetings_session', 'class_group_id', 'session_id'),
          index('ix_meetings_time', 'class_group_id', 'starts_at'),
        ],
        foreignKeys: [
          reference('fk_meetings_class', 'class_group_id', 'groups'),
          reference('fk_meetings_session', 'session_id', 'sessions'),
          reference('fk_meetings_instructor', 'instructor_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'holidays',
      [id(), code('date', 10), line('name', 160), code('certainty', 20)],
      { indices: [unique('uq_holidays_date', 'date')] },
    );
    await createTable(
      runner,
      'date_overrides',
      [
        id(),
        code('scope', 20),
        whole('scope_id'),
        whole('activity_id'),
        instant('opens_at', nullable),
        instant('due_at', nullable),
      ],
      {
        indices: [unique('uq_date_overrides_scope', 'scope', 'scope_id', 'activity_id')],
        foreignKeys: [reference('fk_date_overrides_activity', 'activity_id', 'activities')],
      },
    );
    await createTable(
      runner,
      'extensions',
      [
        id(),
        whole('enrolment_id'),
        whole('activity_id'),
        instant('due_at', nullable),
        whole('extra_minutes'),
        line('reason'),
        whole('granted_by_id'),
      ],
      {
        indices: [unique('uq_extensions_activity', 'enrolment_id', 'activity_id')],
        foreignKeys: [
          reference('fk_extensions_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_extensions_activity', 'activity_id', 'activities'),
          reference('fk_extensions_granted_by', 'granted_by_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      'extensions',
      'date_overrides',
      'holidays',
      'meetings',
      'slots',
      'group_members',
      'groups',
      'enrolments',
      'cohorts',
    );
  }
}
