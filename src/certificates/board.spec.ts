import * as fc from 'fast-check';
import { boardCounts, boardGroup, BoardRow, inIssueOrder, previewBatch } from './board.js';
import { NUMBER_TEMPLATE } from './certificate-number.js';

function row(
  enrolmentId: number,
  name: string,
  change: Partial<BoardRow> & { qualifies?: boolean } = {},
): BoardRow {
  const { qualifies = true, ...rest } = change;
  const evaluation = { outcomes: [], qualifies };
  return {
    enrolmentId,
    name,
    nim: `24${enrolmentId}`,
    status: 'active',
    evaluation,
    certificate: 'none',
    ...rest,
  };
}

const series = { next: 1, template: NUMBER_TEMPLATE, cohortOrdinal: 2, issuedOn: '2027-11-18' };

describe('the group of a row', () => {
  it.each([
    ['meets everything', {}, 'qualifies'],
    ['has finished and meets everything', { status: 'finished' }, 'qualifies'],
    ['lacks something', { qualifies: false }, 'not-yet'],
    ['has withdrawn', { status: 'withdrawn' }, 'withdrawn'],
    ['has withdrawn and lacks something', { status: 'withdrawn', qualifies: false }, 'withdrawn'],
    ['waits for the second person', { certificate: 'proposed' }, 'proposed'],
    ['has the certificate', { certificate: 'published' }, 'issued'],
    ['has it, though a score fell since', { certificate: 'published', qualifies: false }, 'issued'],
    ['has it and withdrew since', { certificate: 'published', status: 'withdrawn' }, 'issued'],
    ['had it revoked', { certificate: 'revoked' }, 'issued'],
  ] as const)('who %s: %s', (_who, change, group) => {
    expect(boardGroup(row(1, 'Norlaila', change))).toBe(group);
  });

  it('is counted once a row', () => {
    const rows = [
      row(1, 'Ahmad Fauzan'),
      row(2, 'Elsi Bahen'),
      row(3, 'Muhammad Rafi’i', { qualifies: false }),
      row(4, 'Lisa Niun', { status: 'withdrawn' }),
      row(5, 'Suparti', { certificate: 'published' }),
      row(6, 'Norlaila', { certificate: 'proposed' }),
    ];
    expect(boardCounts(rows)).toEqual({ qualifies: 2, 'not-yet': 1, withdrawn: 1, issued: 1, proposed: 1 });
  });
});

describe('the preview', () => {
  const rows = [
    row(7, 'Suparti'),
    row(3, 'siti Aminah'),
    row(2, 'Siti Aminah'),
    row(5, 'Ahmad Fauzan'),
    row(4, 'Muhammad Rafi’i', { qualifies: false }),
    row(9, 'Élsi Bahen'),
  ];

  it('numbers who qualifies by name, same names by NIM', () => {
    const all = new Set(rows.map((each) => each.enrolmentId));
    const { expected } = previewBatch(rows, all, { ...series, next: 40 });
    expect(expected.map(({ enrolmentId, number }) => [enrolmentId, number])).toEqual([
      [5, '0040/KKP-II/PLUT-KT/XI/2027'],
      [9, '0041/KKP-II/PLUT-KT/XI/2027'],
      [3, '0042/KKP-II/PLUT-KT/XI/2027'],
      [2, '0043/KKP-II/PLUT-KT/XI/2027'],
      [7, '0044/KKP-II/PLUT-KT/XI/2027'],
    ]);
  });

  it('leaves out who may not be chosen, and says why', () => {
    const { expected, leftOut } = previewBatch(rows, new Set([4, 5]), series);
    expect(expected.map((each) => each.name)).toEqual(['Ahmad Fauzan']);
    expect(leftOut.map(({ row: { name }, because }) => [name, because])).toEqual([
      ['Muhammad Rafi’i', 'not-yet'],
    ]);
  });

  it('leaves out whose certificate cannot be made, without a gap in the numbers', () => {
    const { expected, leftOut } = previewBatch(rows, new Set([2, 4, 5, 7]), series, new Set([2, 4]));
    expect(expected.map((each) => [each.name, each.serial])).toEqual([
      ['Ahmad Fauzan', 1],
      ['Suparti', 2],
    ]);
    expect(leftOut.map(({ row: { name }, because }) => [name, because])).toEqual([
      ['Muhammad Rafi’i', 'not-yet'],
      ['Siti Aminah', 'unprintable'],
    ]);
  });

  it('gives nothing to who was not chosen', () => {
    expect(previewBatch(rows, new Set(), series)).toEqual({ expected: [], leftOut: [] });
  });

  const anyRow = fc.record({
    name: fc.string(),
    nim: fc.string(),
    status: fc.constantFrom<BoardRow['status']>('active', 'withdrawn', 'finished'),
    evaluation: fc.record({ outcomes: fc.constant([]), qualifies: fc.boolean() }),
    certificate: fc.constantFrom<BoardRow['certificate']>('none', 'proposed', 'published', 'revoked'),
  });
  const board = fc
    .array(anyRow, { maxLength: 20 })
    .map((list) => list.map((each, enrolmentId) => ({ ...each, enrolmentId })));
  const chosen = fc.array(fc.nat({ max: 19 })).map((list) => new Set(list));

  it('never issues to who does not qualify, and numbers without a gap', () => {
    fc.assert(
      fc.property(board, chosen, fc.integer({ min: 1, max: 900 }), (some, picked, next) => {
        const { expected, leftOut } = previewBatch(some, picked, { ...series, next });
        expect(expected.map((each) => each.serial)).toEqual(expected.map((_each, index) => next + index));
        for (const { enrolmentId } of expected) {
          const found = some[enrolmentId];
          expect(found && boardGroup(found)).toBe('qualifies');
        }
        const accounted = [...expected, ...leftOut.map((each) => each.row)].map((each) => each.enrolmentId);
        expect(accounted.toSorted((a, b) => a - b)).toEqual(
          some.map((each) => each.enrolmentId).filter((id) => picked.has(id)),
        );
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(board, (some) => {
        expect(inIssueOrder(some.toReversed())).toEqual(inIssueOrder(some));
      }),
    );
  });
});
