import { EnteredScore, EnteredVisits } from './results/entered-score.entity.js';
import { Grading, PeerFactor } from './assignments/grading.entity.js';
import { LateLeave } from './assignments/late-leave.entity.js';
import { SubmissionFile } from './assignments/submission-file.entity.js';
import { Submission, SubmissionMember } from './assignments/submission.entity.js';
import { AttendanceChange, AttendanceMark } from './attendance/attendance-mark.entity.js';
import { BatchMember, CertificateBatch } from './certificates/certificate-batch.entity.js';
import { Certificate, NumberSeries } from './certificates/certificate.entity.js';
import { Signatory } from './certificates/signatory.entity.js';
import { RequirementWaiver } from './results/waiver.entity.js';
import { DateOverride, Extension } from './cohorts/activity-date.entity.js';
import { Cohort } from './cohorts/cohort.entity.js';
import { Enrolment } from './cohorts/enrolment.entity.js';
import { Group, GroupMember } from './cohorts/group.entity.js';
import { Holiday, Meeting, Slot } from './cohorts/meeting.entity.js';
import { Activity, ActivityVersion } from './courses/activity.entity.js';
import { CourseFile } from './courses/course-file.entity.js';
import { CourseImport } from './course-imports/course-import.entity.js';
import { CoursePicture } from './courses/course-picture.entity.js';
import { Course, CourseModule, GradeComponent } from './courses/course.entity.js';
import { Fact } from './courses/fact.entity.js';
import { GlossaryTerm } from './courses/glossary-term.entity.js';
import { Question, QuestionVersion } from './courses/question.entity.js';
import { VersionPin } from './courses/version-pin.entity.js';
import { ActivityDraft } from './courses/activity-draft.entity.js';
import { Session } from './courses/session.entity.js';
import { Campus, CampusName } from './people/campus.entity.js';
import { Person } from './people/person.entity.js';
import { RoleGrant } from './people/role-grant.entity.js';
import { SignIn } from './people/sign-in.entity.js';
import { StudentRecord } from './people/student-record.entity.js';
import { AuditEntry } from './platform/audit/audit-entry.entity.js';
import { Job } from './platform/jobs/job.entity.js';
import { Blob } from './platform/uploads/blob.entity.js';
import { Setting } from './platform/settings/setting.entity.js';
import { RateCounter } from './platform/rate-limit/rate-counter.entity.js';
import { Progress } from './progress/progress.entity.js';
import { AnswerJudgement, LateDecision } from './quizzes/answer-judgement.entity.js';
import { AnswerLogEntry, Attempt, AttemptQuestion } from './quizzes/attempt.entity.js';
import { RecallAnswer, RecallItem } from './recall/recall.entity.js';

/** Every table of the product, by feature in their order. */
export const entities: (new () => object)[] = [
  RateCounter,
  Setting,
  Blob,
  Job,
  AuditEntry,
  Person,
  Campus,
  CampusName,
  StudentRecord,
  RoleGrant,
  SignIn,
  Course,
  CourseModule,
  GradeComponent,
  Session,
  Activity,
  ActivityVersion,
  VersionPin,
  ActivityDraft,
  Question,
  QuestionVersion,
  Fact,
  GlossaryTerm,
  CourseFile,
  CourseImport,
  CoursePicture,
  Cohort,
  Enrolment,
  Group,
  GroupMember,
  Slot,
  Meeting,
  Holiday,
  DateOverride,
  Extension,
  Progress,
  Attempt,
  AttemptQuestion,
  AnswerLogEntry,
  AnswerJudgement,
  LateDecision,
  RecallItem,
  RecallAnswer,
  Submission,
  SubmissionMember,
  SubmissionFile,
  LateLeave,
  Grading,
  PeerFactor,
  AttendanceMark,
  AttendanceChange,
  EnteredScore,
  EnteredVisits,
  RequirementWaiver,
  CertificateBatch,
  Certificate,
  BatchMember,
  NumberSeries,
  Signatory,
];
