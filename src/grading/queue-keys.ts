/*
 * All that waits stands in one queue. The key of a thing says what it is, and sorts as its number does; where the rest
 * is equal it decides the order.
 */

const number = (id: number): string => String(id).padStart(10, '0');

export const submissionKey = (id: number): string => `submission-${number(id)}`;
export const attemptKey = (id: number): string => `attempt-${number(id)}`;

/** The number in a key. */
export const idIn = (key: string): number => Number(key.replace(/^[a-z]+-/, ''));

export const isAttempt = (key: string): boolean => key.startsWith('attempt-');

/** The desk on which it is judged. */
export const deskOf = (key: string): string =>
  isAttempt(key) ? `/grading/attempts/${idIn(key)}` : `/submissions/${idIn(key)}`;
