import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  dropTables,
  flag,
  id,
  index,
  instant,
  nullable,
  reference,
  unique,
  whole,
} from './table.js';

export class CreateAttendance1795500510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'attendance_marks',
      [
        id(),
        whole('meeting_id'),
        whole('enrolment_id'),
        code('status', 1),
        flag('is_repaired'),
        code('method', 20),
        instant('at'),
        whole('marked_by_id', nullable),
      ],
      {
        indices: [
          unique('uq_attendance_marks_meeting', 'meeting_id', 'enrolment_id'),
          index('ix_attendance_marks_enrolment', 'enrolment_id'),
        ],
        foreignKeys: [
          reference('fk_attendance_marks_meeting', 'meeting_id', 'meetings'),
          reference('fk_attendance_marks_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_attendance_marks_marked_by', 'marked_by_id', 'people'),
        ],
      },
    );
    await createTable(
      runner,
      'attendance_changes',
      [
        id(),
        whole('meeting_id'),
        whole('enrolment_id'),
        code('before', 1, nullable),
        code('after', 1),
        instant('at'),
        whole('changed_by_id'),
      ],
      {
        indices: [index('ix_attendance_changes_meeting', 'meeting_id', 'enrolment_id')],
        foreignKeys: [
          reference('fk_attendance_changes_meeting', 'meeting_id', 'meetings'),
          reference('fk_attendance_changes_enrolment', 'enrolment_id', 'enrolments'),
          reference('fk_attendance_changes_changed_by', 'changed_by_id', 'people'),
        ],
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'attendance_changes', 'attendance_marks');
  }
}
