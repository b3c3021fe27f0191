/** `{{#if (has form.values.people id)}}`: the list, or the one value, holds it. */
export function has(list: unknown, item: unknown): boolean {
  const values: unknown[] = Array.isArray(list) ? list : list === undefined || list === null ? [] : [list];
  return values.some((value) => String(value) === String(item));
}
