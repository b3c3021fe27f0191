import { membershipOf } from './activity-membership.js';

const published = { currentVersionId: 7, newestVersionId: 7, hasDraft: false, begun: 0 };
const withdrawn = { ...published, currentVersionId: null };
const empty = { ...withdrawn, newestVersionId: null };

describe('how an activity may come and go', () => {
  it.each([
    ['published, nobody has begun', published, ['mayWithdraw']],
    ['published, with a draft of the next version', { ...published, hasDraft: true }, ['mayWithdraw']],
    ['published, somebody has begun', { ...published, begun: 1 }, []],
    ['withdrawn', withdrawn, ['mayPutBack']],
    ['withdrawn, somebody had begun before', { ...withdrawn, begun: 1 }, ['mayPutBack']],
    ['only a draft', { ...empty, hasDraft: true }, []],
    ['nothing yet', empty, ['mayRemove']],
  ])('%s', (_what, situation, may) => {
    const membership = membershipOf(situation);
    const all = ['mayWithdraw', 'mayPutBack', 'mayRemove'] as const;
    expect(all.filter((name) => membership[name])).toEqual(may);
  });
});
