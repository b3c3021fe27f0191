import type { ClassMeeting } from '../cohorts/class-meeting.js';
import type { OutlineActivity, OutlineSession } from '../courses/outline.js';
import type { ProgressState } from '../progress/progress.entity.js';
import type { Standing } from './activity-standing.js';

/** An activity as one learner meets it. */
export interface LearnerActivity extends OutlineActivity {
  opensAt: Date | null;
  dueAt: Date | null;
  standing: Standing;
  /** Null while nothing is done. */
  progress: { state: ProgressState; score: number | null; at: Date } | null;
}

/** A session as one learner meets it. */
export interface LearnerSession extends OutlineSession {
  /** Null while it is not planned for the learner's class. */
  meeting: ClassMeeting | null;
  activities: LearnerActivity[];
}
