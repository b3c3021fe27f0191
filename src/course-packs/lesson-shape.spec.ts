import { type LessonShape, lessonShape, shapeFaults } from './lesson-shape.js';

const check = ':::cek\nMana?\n\n- [x] Ini\n\n  Tepat.\n\n- [ ] Itu\n\n  Bukan.\n  :::\n';
const lesson = `:::kasus
Bu Norlaila bertanya.
:::

# Satu

# Dua

:::contoh Hitung
1 + 1 = 2
:::

# Tiga

:::lapangan
Bawa buku.
:::

:::ringkasan
- a
- b
- c
- d
- e
:::

:::sumber
PP 7/2021. Diperiksa 24 November 2026.
:::
`;
const whole = lesson + ['', check, check, check].join('\n');

describe('the shape of a lesson', () => {
  it('is whole', () => {
    expect(lessonShape(whole)).toMatchObject({ caseWords: 3, ideas: 3, summaryLines: 5 });
    expect(shapeFaults(lessonShape(whole))).toEqual([]);
  });

  it.each<[keyof LessonShape, string]>([
    ['opensWithCase', `# Nol\n\n${whole.replace('# Satu\n', '')}`],
    ['caseWords', whole.replace('Bu Norlaila', 'kata '.repeat(80))],
    ['ideas', `${whole}\n# Empat\n`],
    ['examples', whole.replace(/:::contoh[\s\S]*?:::\n/, '')],
    ['tips', whole.replace(/:::lapangan[\s\S]*?:::\n/, '')],
    ['summaryLines', whole.replace('- e\n', '')],
    ['hasCheckedSources', whole.replace('Diperiksa', 'Dibaca')],
    ['selfChecks', whole.replace(check, '')],
  ])('tells that %s is wrong', (part, markdown) => {
    expect(shapeFaults(lessonShape(markdown))).toEqual([part]);
  });
});
