/**
 * What the page of an editor had seen, as its form says it again: the draft and how often it had been saved, or the
 * version that was published last, where there was no draft. Another draft has another id, and a version that is taken
 * from learners stays the newest, so nothing stands for two states.
 */
export const seenOf = (draft: { id: number; seq: number } | null, newestVersionId: number | null): string =>
  draft ? `${draft.id}.${draft.seq}` : `0.${newestVersionId ?? 0}`;
