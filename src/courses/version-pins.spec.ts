import { pinsAfter, type Reach } from './version-pins.js';

type Pins = Record<number, number>;
const rows: [string, { begun: number[]; pinned: Pins; current: number | null; reach: Reach }, Pins][] = [
  ['nobody has begun', { begun: [], pinned: {}, current: 10, reach: 'not-begun' }, {}],
  ['one cohort has begun', { begun: [1], pinned: {}, current: 10, reach: 'not-begun' }, { 1: 10 }],
  ['two have begun', { begun: [1, 2], pinned: {}, current: 10, reach: 'not-begun' }, { 1: 10, 2: 10 }],
  [
    'a cohort keeps an older one',
    { begun: [1], pinned: { 1: 8 }, current: 10, reach: 'not-begun' },
    { 1: 8 },
  ],
  [
    'an older one and a new one',
    { begun: [1, 2], pinned: { 1: 8 }, current: 10, reach: 'not-begun' },
    { 1: 8, 2: 10 },
  ],
  ['it is the first version', { begun: [1], pinned: {}, current: null, reach: 'not-begun' }, {}],
  ['a correction reaches all', { begun: [1, 2], pinned: { 1: 8 }, current: 10, reach: 'everybody' }, {}],
];

describe('the versions that cohorts keep', () => {
  it.each(rows)('when %s', (_when, { pinned, reach, ...situation }, expected) => {
    const known = new Map(Object.entries(pinned).map(([id, version]) => [Number(id), version]));
    expect(Object.fromEntries(pinsAfter({ ...situation, pinned: known }, reach))).toEqual(expected);
  });
});
