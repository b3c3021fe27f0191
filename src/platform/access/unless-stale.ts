import { Stale } from './refusals.js';

/** What `change` comes to; where its page had not seen a newer state, `overtaken` instead. Other errors pass. */
export async function unlessStale<Done, Overtaken>(
  change: () => Promise<Done>,
  overtaken: () => Promise<Overtaken>,
): Promise<Done | Overtaken> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return await overtaken();
  }
}
