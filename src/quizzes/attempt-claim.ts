import type { EntityManager } from 'typeorm';

/**
 * Begins every change to an attempt or to its answers, as the first sentence of its unit of work: from here on no
 * other unit changes it, and whatever is read later is what stands now.
 */
export async function claimAttempt(manager: EntityManager, attemptId: number): Promise<void> {
  await manager.query('UPDATE attempts SET revision = revision + 1 WHERE id = ?', [attemptId]);
}
