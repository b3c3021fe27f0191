import { Catalogue } from './catalogue.js';

const english = new Catalogue('en', {
  visits: {
    title: 'Visits',
    by: 'By {{ name }} on {{day}}',
    count_one: '{{count}} visit',
    count_other: '{{count}} visits',
    ago_zero: 'today',
    ago_one: '{{count}} day',
    ago_other: '{{count}} days',
  },
});
const indonesian = new Catalogue('id', { visits: { count: '{{count}} kunjungan' } });

describe('a text', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['Visits', 'visits.title', {}],
    ['Visits', 'visits.title', { name: 'nobody asked' }],
    ['By Siti on Monday', 'visits.by', { name: 'Siti', day: 'Monday' }],
    ['By {{day}} on Monday', 'visits.by', { name: '{{day}}', day: 'Monday' }],
    ['By <b> on 0', 'visits.by', { name: '<b>', day: 0 }],
    ['By  on ', 'visits.by', { name: null }],
    ['1 visit', 'visits.count', { count: 1 }],
    ['0 visits', 'visits.count', { count: 0 }],
    ['today', 'visits.ago', { count: 0 }],
    ['2 days', 'visits.ago', { count: 2 }],
    ['visits.count', 'visits.count', {}],
    ['visits', 'visits', {}],
    ['nothing.there', 'nothing.there', { count: 2 }],
  ])('reads "%s" for %s and %j', (said, key, values) => {
    expect(english.say(key, values)).toBe(said);
  });

  it('is the same for one and for many where the language does not tell them apart', () => {
    expect([1, 2].map((count) => indonesian.say('visits.count', { count }))).toEqual([
      '1 kunjungan',
      '2 kunjungan',
    ]);
  });

  it('is there or not', () => {
    expect([english.has('visits.title'), english.has('visits'), english.has('constructor')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
