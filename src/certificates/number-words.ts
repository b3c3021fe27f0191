const ID = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');

const EN = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number from 0 to 999 in words: 80 → delapan puluh, eighty. */
export function numberInWords(value: number, locale: 'id' | 'en'): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) throw new RangeError(`no words for ${value}`);
  return locale === 'id' ? indonesian(value) : english(value);
}

function indonesian(value: number): string {
  const [ones, tens, hundreds] = [value % 10, Math.floor(value / 10), Math.floor(value / 100)];
  if (value < 12) return ID[value] ?? '';
  if (value < 20) return `${ID[ones]} belas`;
  if (value < 100) return joined(`${ID[tens]} puluh`, ones);
  return joined(hundreds === 1 ? 'seratus' : `${ID[hundreds]} ratus`, value % 100);
}

function joined(words: string, rest: number): string {
  return rest === 0 ? words : `${words} ${indonesian(rest)}`;
}

function english(value: number): string {
  const [ones, rest] = [value % 10, value % 100];
  if (value < 20) return EN[value] ?? '';
  if (value < 100) return EN_TENS[Math.floor(value / 10)] + (ones ? `-${EN[ones]}` : '');
  return `${EN[Math.floor(value / 100)]} hundred${rest ? ` and ${english(rest)}` : ''}`;
}
