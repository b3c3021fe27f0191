/** The parts of the queue: what waits, what its learners revise, what is done. */
export const queueStates = ['waiting', 'returned', 'graded'] as const;
export type QueueState = (typeof queueStates)[number];
