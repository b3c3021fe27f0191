import { decideRevision } from './revision-rules.js';

const at = (text: string): Date => new Date(`2027-09-${text}:00+07:00`);
const returnedAt = at('02T10:00');
const until = at('09T10:00');

describe('a revision of returned work', () => {
  it.each<[string, number, Date, unknown]>([
    ['at once', 0, at('02T10:00'), { until }],
    ['in the last instant of seven days', 0, at('09T10:00'), { until }],
    ['a minute later', 0, at('09T10:01'), { refusal: { reason: 'revision-over', until } }],
    ['a second time', 1, at('03T10:00'), { refusal: { reason: 'revision-used', times: 1 } }],
    ['a second time and too late', 1, at('10T10:00'), { refusal: { reason: 'revision-used', times: 1 } }],
  ])('%s', (_when, revisions, now, decision) => {
    expect(decideRevision(returnedAt, revisions, now)).toEqual(decision);
  });

  it('follows the rule of the course', () => {
    const rule = { times: 2, days: 3 };
    expect(decideRevision(returnedAt, 1, at('05T10:00'), rule)).toEqual({ until: at('05T10:00') });
    expect(decideRevision(returnedAt, 2, at('05T10:00'), rule)).toEqual({
      refusal: { reason: 'revision-used', times: 2 },
    });
  });
});
