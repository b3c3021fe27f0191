import { contributionText, percentText, scoreText } from './score-text.js';

describe('numbers in words of each language', () => {
  it.each([
    [8750, '87,50', '87.50'],
    [10_000, '100,00', '100.00'],
    [7000, '70,00', '70.00'],
    [5, '0,05', '0.05'],
    [0, '0,00', '0.00'],
  ])('score %i', (score, id, en) => {
    expect([scoreText(score, 'id'), scoreText(score, 'en')]).toEqual([id, en]);
  });

  it.each([
    [12_630_000, '12,63'],
    [21_000_000, '21,00'],
    [23_841_000, '23,841'],
    [1, '0,000001'],
    [0, '0,00'],
  ])('contribution %i', (contribution, id) => {
    expect(contributionText(contribution, 'id')).toBe(id);
  });

  it.each([
    [1500, '15\u00a0%'],
    [1250, '12,5\u00a0%'],
    [1, '0,01\u00a0%'],
    [10_000, '100\u00a0%'],
  ])('weight %i', (weight, id) => {
    expect(percentText(weight, 'id')).toBe(id);
  });
});
