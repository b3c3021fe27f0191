import type { FileKind } from '../assignments/accepted-files.js';
import type { AssignmentSource, LessonSource, QuizContent } from '../courses/activity-content.js';
import type { SubmitsAs } from '../courses/activity.entity.js';
import type { FactFlag } from '../courses/fact.entity.js';
import type { QuestionLevel } from '../courses/question-level.js';
import type { Outcome, Track } from '../courses/session.entity.js';
import type { Language } from '../platform/access/actor.js';
import type { QuestionTypeName } from '../quizzes/question-types/question-type.js';
import type { Requirement } from '../results/requirement.js';

// A course as its files describe it, in the units of the program: scores in 1/100 of a point, weights in basis
// points, hours in JP, dates as rules. docs/content-packs.md tells how each is written. Texts are Markdown where
// their comment says so, and plain lines elsewhere.

export interface CoursePack {
  key: string;
  title: string;
  /** One or two sentences for the public page. */
  summary: string;
  language: Language;
  /** JP of the meetings: the sum of the modules. */
  hours: number;
  /** JP of supervised field practice beside them; 0 where there is none. */
  practiceHours: number;
  /** In the order of the gradebook; their weights sum to 10000. */
  components: PackComponent[];
  criticalAspects: { key: string; name: string }[];
  /** In the order of the certificate's back page. */
  modules: { key: string; title: string; hours: number }[];
  /** What a new cohort's certificates ask for. */
  requirements: Requirement[];
  facts: PackFact[];
  glossary: PackTerm[];
  /** By name. */
  pictures: PackMedium[];
  /** By name. */
  files: PackMedium[];
  /** By number, from 1, without gaps. */
  sessions: PackSession[];
}

export interface PackComponent {
  key: string;
  name: string;
  weight: number;
}

/** A value that has to be checked before a cohort starts. Lessons refer to it by key and never spell it out. */
export interface PackFact {
  key: string;
  value: string;
  unit: string | null;
  /** Short, for readers: `PP 7/2021`. */
  source: string;
  /** `2026-11-24` */
  checkedOn: string;
  expiresOn: string | null;
  flag: FactFlag | null;
  /** For whoever checks it. */
  note: string | null;
}

/** A word that lessons use and that a reader may not know; where a lesson writes it first it leads to its meaning. */
export interface PackTerm {
  key: string;
  /** As the glossary writes it: `HPP`. */
  term: string;
  /** Other ways in which texts write it. */
  aliases: string[];
  /** One or two plain sentences. */
  meaning: string;
}

/** A picture that the texts show by its name, `hpp.svg`, or a file that they give to save, `buku-kas.xlsx`. */
export interface PackMedium {
  name: string;
  type: string;
  bytes: Uint8Array;
}

export interface PackSession {
  /** `P1` */
  key: string;
  number: number;
  title: string;
  track: Track;
  /** Key of its module. */
  module: string;
  /** Code of the competency unit (SKKNI) that it refers to. */
  unit: string | null;
  summary: string;
  outcomes: Outcome[];
  questions: PackQuestion[];
  /** In the order in which they are shown; empty while the session has no content. */
  activities: PackActivity[];
}

export interface PackQuestion {
  key: string;
  type: QuestionTypeName;
  /** Markdown. */
  stem: string;
  /**
   * In the shape that its type in `quizzes/question-types` reads, with the key and the explanations of its options
   * and of itself (Markdown).
   */
  body: unknown;
  /** `outcome`: key of an outcome of its session. */
  tags: { outcome: string; level: QuestionLevel };
  mustPass: boolean;
}

export type PackActivity = PackLesson | PackQuiz | PackAssignment;

interface ActivityIdentity {
  key: string;
  title: string;
  /** From 1, within the session. */
  position: number;
  required: boolean;
  /** Key of a component; `null`: it counts for no grade. */
  component: string | null;
  /** Among the activities of its component; equal ones have 1. */
  weight: number;
  /** Text of a date rule; see `courses/date-rule.ts`. `null`: open from the start. */
  opens: string | null;
  /** `null`: never due. */
  due: string | null;
  passMark: number | null;
  /** Key of the critical aspect that it proves. */
  critical: string | null;
}

export interface PackLesson extends ActivityIdentity {
  kind: 'lesson';
  content: LessonSource;
}

export interface PackQuiz extends ActivityIdentity {
  kind: 'quiz';
  /** Sessions to draw from are told by their keys. */
  content: Omit<QuizContent, 'from'> & { from: string[] };
}

export interface PackAssignment extends ActivityIdentity {
  kind: 'assignment';
  content: AssignmentSource & {
    /** `none`: nothing is handed in, it is graded live. */
    submitsAs: SubmitsAs;
    accepts: FileKind[];
  };
}
