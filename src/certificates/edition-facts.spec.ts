import { certificateFacts } from '../../test/support/certificate-facts.js';
import { resultOf } from '../results/final-result.js';
import { certificateSnapshot, snapshotFaults } from './certificate-snapshot.js';
import { editionFacts, Reached } from './edition-facts.js';

const { number, edition, code, verifyUrl, holder, ...shared } = certificateFacts();
const drawn = { number, edition, code, verifyUrl };

function reached(score: number | null, plannedMeetings = 24): Reached {
  const component = (key: string, weight: number, entered: number | null) => ({
    key,
    title: key,
    weight,
    items: [],
    entered: entered === null ? null : { score: entered, source: 'Lembar' },
  });
  const components = [component('Praktik', 3333, 7771), component('Ujian', 6667, score)];
  return { result: resultOf(components, false), standing: { presentMeetings: 21, plannedMeetings } };
}

describe('the facts of a certificate', () => {
  it('are those of the day, of the person and of what was reached', () => {
    const facts = editionFacts(shared, holder, reached(8215), drawn);
    expect(facts).toMatchObject({ ...drawn, holder, issued: shared.issued, finalScore: 8067 });
    expect(facts?.attendance).toEqual({ present: 21, planned: 24 });
    expect(facts?.components).toEqual([
      { title: 'Praktik', weight: 3333, score: 7771 },
      { title: 'Ujian', weight: 6667, score: 8215 },
    ]);
  });

  it('always add up to the printed result', () => {
    for (let score = 7000; score <= 7300; score += 1) {
      const facts = editionFacts(shared, holder, reached(score), drawn);
      expect(facts && snapshotFaults(facts)).toEqual([]);
    }
  });

  it('are none while the result is open', () => {
    expect(editionFacts(shared, holder, reached(null), drawn)).toBeNull();
  });

  it('leave attendance out where no meetings were planned', () => {
    const facts = editionFacts(shared, holder, reached(8215, 0), drawn);
    expect(facts && certificateSnapshot(facts).attendance).toBeNull();
  });
});
