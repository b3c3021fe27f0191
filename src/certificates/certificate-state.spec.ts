import { certificateState } from './certificate-state.js';

const revokedAt = new Date('2027-12-01T02:00:00Z');

describe('the state of an edition', () => {
  it.each([
    ['the only one', 1, null, 1, 'valid'],
    ['the latest', 2, null, 2, 'valid'],
    ['an earlier one', 1, null, 2, 'replaced'],
    ['the only one, revoked', 1, revokedAt, 1, 'revoked'],
    ['an earlier one that was revoked before', 1, revokedAt, 2, 'revoked'],
  ])('%s', (_which, edition, revoked, latest, state) => {
    expect(certificateState({ edition, revokedAt: revoked }, latest)).toBe(state);
  });
});
