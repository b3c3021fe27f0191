import type { Words } from '../i18n/words.js';
import { type PageOfRows, pager } from '../web/paging.js';
import type { Job } from './job.entity.js';
import type { JobFilter } from './jobs.service.js';

type JobState = 'waiting' | 'running' | 'resting' | 'parked' | 'done';

/** What the page's script asks for again and again. */
export interface JobProgress {
  state: JobState;
  /** True while it may still change. */
  moves: boolean;
  done: number;
  /** 0 where it is not known. */
  total: number;
  text: string;
  /** Where to see what came of it; null until it is done. */
  result: string | null;
}

export const stateOf = ({ doneAt, failedAt, leaseUntil, attempts }: Job): JobState => {
  if (doneAt) return 'done';
  if (failedAt) return 'parked';
  if (leaseUntil) return 'running';
  return attempts === 0 ? 'waiting' : 'resting';
};

export function progressOf(job: Job, words: Words): JobProgress {
  const state = stateOf(job);
  const counted = state === 'running' && job.progressTotal > 0;
  const [done, total] = state === 'done' ? [1, 1] : [job.progressDone, job.progressTotal];
  return {
    state,
    moves: state !== 'done' && state !== 'parked',
    done,
    total,
    text: words.t(`jobs.says.${counted ? 'counted' : state}`, {
      done: words.number(done),
      total: words.number(total),
      when: words.instant(job.runAt),
    }),
    result: state === 'done' ? job.returnTo : null,
  };
}

export const jobPage = (job: Job, words: Words) => ({
  titleText: titleOf(job, words),
  progress: progressOf(job, words),
  address: `/jobs/${job.id}/progress`,
  scripts: ['scripts/job.js'],
});

const titleOf = ({ kind }: Job, words: Words): string => (words.has(kind) ? words.t(kind) : kind);

const icons: Record<JobState, [icon: string, tone: string]> = {
  waiting: ['clock', ''],
  running: ['clock', 'wait'],
  resting: ['clock', 'wait'],
  parked: ['alert', 'bad'],
  done: ['check', 'ok'],
};

export function jobsPage(
  show: JobFilter,
  jobs: PageOfRows<Job>,
  counts: { parked: number; open: number },
  words: Words,
) {
  const tab = (filter: JobFilter, count: number | null) => ({
    href: `/jobs?show=${filter}`,
    text: words.t(`jobs.show.${filter}`),
    count,
    current: filter === show,
  });
  return {
    title: 'jobs.title',
    tabs: [tab('parked', counts.parked), tab('open', counts.open), tab('done', null)],
    rows: jobs.rows.map((job) => jobRow(job, words)),
    none: `jobs.none.${show}`,
    pager: pager('/jobs', { show }, jobs),
  };
}

function jobRow(job: Job, words: Words) {
  const state = stateOf(job);
  const [icon, tone] = icons[state];
  return {
    id: job.id,
    href: `/jobs/${job.id}`,
    title: titleOf(job, words),
    state: words.t(`jobs.states.${state}`),
    icon,
    tone,
    when: words.instant(job.failedAt ?? job.doneAt ?? job.runAt),
    attempts: words.t('jobs.attempts', { count: job.attempts }),
    error: job.doneAt ? '' : (job.lastError ?? ''),
    canRetry: state === 'parked',
  };
}
