import { changedSettings, defaultSettings, settingsFrom } from './settings.js';

const stored = (values: Record<string, unknown>) => settingsFrom(new Map(Object.entries(values)));

describe('the settings', () => {
  it('are the defaults where nothing is stored', () => {
    expect(stored({})).toEqual(defaultSettings);
  });

  it('take what is stored', () => {
    expect(stored({ undoMinutes: 0, onePersonOffice: true, letterhead: ['A', 'B'] })).toEqual({
      ...defaultSettings,
      undoMinutes: 0,
      onePersonOffice: true,
      letterhead: ['A', 'B'],
    });
  });

  it.each([
    ['another type', { undoMinutes: '10' }],
    ['null', { organiserName: null }],
    ['a list of numbers', { letterhead: [1] }],
    ['one text instead of a list', { letterhead: 'A' }],
    ['a name that no setting has', { colour: 'red' }],
  ])('pass over %s', (_what, values) => {
    expect(stored(values)).toEqual(defaultSettings);
  });

  it('know what differs', () => {
    const after = { ...defaultSettings, undoMinutes: 5, letterhead: ['A'] };
    expect(changedSettings(defaultSettings, after)).toEqual(['letterhead', 'undoMinutes']);
    expect(changedSettings(after, { ...after, letterhead: ['A'] })).toEqual([]);
  });
});
