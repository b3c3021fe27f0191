/** `{{#if (eq a b)}}`: the same, compared as text, since a form gives texts where a record has numbers. */
export const eq = (a: unknown, b: unknown): boolean => String(a ?? '') === String(b ?? '');
