import { JudgedRow, leftOutBecause } from './member-verdict.js';

function row(change: Partial<JudgedRow> & { qualifies?: boolean } = {}): JudgedRow {
  const { qualifies = true, ...rest } = change;
  return {
    enrolmentId: 1,
    name: 'Norlaila',
    nim: '2411160087',
    status: 'active',
    evaluation: { outcomes: [], qualifies },
    certificate: 'none',
    latestCertificateId: null,
    isPrintable: true,
    ...rest,
  };
}

describe('a member proposed for a first certificate', () => {
  it.each([
    ['qualifies', row(), null],
    ['no longer qualifies', row({ qualifies: false }), 'not-yet'],
    ['has withdrawn', row({ status: 'withdrawn' }), 'withdrawn'],
    ['is enrolled no more', undefined, 'withdrawn'],
    ['has got one meanwhile', row({ certificate: 'published', latestCertificateId: 7 }), 'issued'],
    ['stands in another batch', row({ certificate: 'proposed' }), 'proposed'],
    ['has a name that cannot be printed', row({ isPrintable: false }), 'unprintable'],
    ['lacks both', row({ qualifies: false, isPrintable: false }), 'not-yet'],
  ])('who %s', (_who, judged, because) => {
    expect(leftOutBecause({ replacesId: null }, judged)).toBe(because);
  });
});

describe('a member proposed for a reissue', () => {
  const issued = { certificate: 'published', latestCertificateId: 7 } as const;

  it.each([
    ['holds that edition', row(issued), null],
    ['had it revoked', row({ ...issued, certificate: 'revoked' }), null],
    ['withdrew after it was issued', row({ ...issued, status: 'withdrawn' }), null],
    ['has a later edition', row({ ...issued, latestCertificateId: 8 }), 'issued'],
    ['would not qualify by the corrected scores', row({ ...issued, qualifies: false }), 'not-yet'],
    ['has a name that cannot be printed', row({ ...issued, isPrintable: false }), 'unprintable'],
  ])('who %s', (_who, judged, because) => {
    expect(leftOutBecause({ replacesId: 7 }, judged)).toBe(because);
  });
});
