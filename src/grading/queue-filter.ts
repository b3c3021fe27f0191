import type { QueueState } from './queue-state.js';

export interface QueueFilter {
  state: QueueState;
  classId: number | null;
  activityId: number | null;
}

/** The filter that a query string asks for. */
export const filterOf = (query: {
  state: QueueState | null;
  class: number | null;
  activity: number | null;
}): QueueFilter => ({ state: query.state ?? 'waiting', classId: query.class, activityId: query.activity });

/** The filter as the query string that brings it back; what is the default is left out. */
export const queryOf = ({ state, classId, activityId }: QueueFilter): Record<string, string> => ({
  state: state === 'waiting' ? '' : state,
  class: classId === null ? '' : String(classId),
  activity: activityId === null ? '' : String(activityId),
});

/** `?class=3`, or '' for the whole queue. */
export function searchOf(filter: QueueFilter): string {
  const given = Object.entries(queryOf(filter)).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
