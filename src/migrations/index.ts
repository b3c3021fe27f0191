import type { MigrationInterface } from 'typeorm';
import { CreateRateCounters1795500000000 } from './1795500000-create-rate-counters.js';
import { CreatePeople1795500001000 } from './1795500001-create-people.js';
import { CreateCourses1795500002000 } from './1795500002-create-courses.js';
import { CreateCohorts1795500003000 } from './1795500003-create-cohorts.js';
import { CreateProgress1795500004000 } from './1795500004-create-progress.js';
import { CreateBlobs1795500100000 } from './1795500100-create-blobs.js';
import { CreateOutbox1795500101000 } from './1795500101-create-outbox.js';
import { CreateAuditEntries1795500102000 } from './1795500102-create-audit-entries.js';
import { CreateFacts1795500200000 } from './1795500200-create-facts.js';
import { CreateAttempts1795500300000 } from './1795500300-create-attempts.js';
import { CreateSubmissions1795500400000 } from './1795500400-create-submissions.js';
import { CreateSubmissionFiles1795500401000 } from './1795500401-create-submission-files.js';
import { CreateLateLeaves1795500402000 } from './1795500402-create-late-leaves.js';
import { CreateAttendance1795500510000 } from './1795500510-create-attendance.js';
import { CreateEnteredScores1795500520000 } from './1795500520-create-entered-scores.js';
import { CreateCertificates1795500600000 } from './1795500600-create-certificates.js';
import { CreateSettings1795500700000 } from './1795500700-create-settings.js';
import { AddScoreWaits1795500800000 } from './1795500800-add-score-waits.js';
import { CreateAnswerJudgements1795500801000 } from './1795500801-create-answer-judgements.js';
import { AddTemporaryPasswords1795500802000 } from './1795500802-add-temporary-passwords.js';
import { AddRepairsToAttendanceChanges1795500850000 } from './1795500850-add-repairs-to-attendance-changes.js';
import { CreateCoursePictures1795500900000 } from './1795500900-create-course-pictures.js';
import { CreateDraftsAndPins1795501000000 } from './1795501000-create-drafts-and-pins.js';
import { CreateRecall1795501040000 } from './1795501040-create-recall.js';
import { CreateCourseImports1795502000000 } from './1795502000-create-course-imports.js';
import { CountPicturesOfLessons1795503000000 } from './1795503000-count-pictures-of-lessons.js';
import { CreateCourseFiles1795505000000 } from './1795505000-create-course-files.js';
import { CreateGlossaryTerms1795506000000 } from './1795506000-create-glossary-terms.js';

/** Every change of the tables since the beginning, oldest first; only ever appended to. */
export const migrations: (new () => MigrationInterface)[] = [
  CreateRateCounters1795500000000,
  CreatePeople1795500001000,
  CreateCourses1795500002000,
  CreateCohorts1795500003000,
  CreateProgress1795500004000,
  CreateBlobs1795500100000,
  CreateOutbox1795500101000,
  CreateAuditEntries1795500102000,
  CreateFacts1795500200000,
  CreateAttempts1795500300000,
  CreateSubmissions1795500400000,
  CreateSubmissionFiles1795500401000,
  CreateLateLeaves1795500402000,
  CreateAttendance1795500510000,
  CreateEnteredScores1795500520000,
  CreateCertificates1795500600000,
  CreateSettings1795500700000,
  AddScoreWaits1795500800000,
  CreateAnswerJudgements1795500801000,
  AddTemporaryPasswords1795500802000,
  AddRepairsToAttendanceChanges1795500850000,
  CreateCoursePictures1795500900000,
  CreateDraftsAndPins1795501000000,
  CreateRecall1795501040000,
  CreateCourseImports1795502000000,
  CountPicturesOfLessons1795503000000,
  CreateCourseFiles1795505000000,
  CreateGlossaryTerms1795506000000,
];
