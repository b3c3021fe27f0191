import { readdirSync, readFileSync } from 'node:fs';

/**
 * CPU milliseconds, user and system, that the processes have used since they began: the sum over their threads of
 * what the scheduler of Linux has counted, in nanoseconds. `/proc/<pid>/stat` counts in steps of
 * 10 ms. Threads that have ended are missing: neither Node nor MariaDB ends any while it works.
 */
export function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
}

function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

/** Resident memory in MiB: now, or the most that it has ever been. */
export function residentMiB(pid: number, which: 'now' | 'peak'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const line = new RegExp(`^${which === 'now' ? 'VmRSS' : 'VmHWM'}:\\s+(\\d+) kB`, 'm').exec(status);
  return Math.round(Number(line?.[1]) / 1024);
}
