import type { Words } from '../i18n/words.js';
import { type PageOfRows, pager } from '../web/paging.js';
import type { ChangedFields } from './audit-entry.entity.js';
import type { NamedEntry } from './audit.service.js';

export function auditPage(
  filter: { action: string; person: string },
  entries: PageOfRows<NamedEntry>,
  actions: readonly string[],
  words: Words,
) {
  const choices = actions.map((action) => ({ value: action, text: textOf(action, words) }));
  const { action, person } = filter;
  return {
    title: 'audit.title',
    form: { values: { action, person }, errors: {} },
    actions: choices.toSorted((a, b) => a.text.localeCompare(b.text)),
    isFiltered: action !== '' || person !== '',
    rows: entries.rows.map((entry) => ({
      when: words.instant(entry.at),
      who: entry.name || words.t('audit.product'),
      what: textOf(entry.action, words),
      record: `${entry.recordType} ${entry.recordId}`,
      fields: fieldsText(entry.fields),
      reason: entry.reason ?? '',
      requestId: entry.requestId ?? '',
    })),
    pager: pager('/audit', { action, person }, entries),
  };
}

const textOf = (action: string, words: Words): string => (words.has(action) ? words.t(action) : action);

/** `phone, email`, or `score: 7000 → 7500`. */
function fieldsText(fields: ChangedFields | null): string {
  if (fields === null) return '';
  if (isNames(fields)) return fields.join(', ');
  const said = (value: unknown): string =>
    typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return Object.entries(fields)
    .map(([name, { from, to }]) => `${name}: ${said(from)} → ${said(to)}`)
    .join(', ');
}

const isNames = (fields: ChangedFields): fields is readonly string[] => Array.isArray(fields);
