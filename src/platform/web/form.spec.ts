import { Choice, Day, Flag, Ids, Keyed, ScoreField, Several, Text, Whole } from './fields.js';
import { Form } from './form.js';

class ProfileForm {
  @Text({ max: 10 }) name: string;
  @Text({ max: 5, optional: true }) title: string;
  @Whole({ min: 1, max: 10, optional: true }) age: number | null;
  @ScoreField({ optional: true }) score: number | null;
  @Choice(['id', 'en']) language: string;
  @Flag() wants: boolean;
  @Day({ optional: true }) day: string;
  @Ids() people: number[];
  @Several() answers: string[];
  @Keyed() levels: Record<string, string>;
}

const good = { name: 'Norlaila', language: 'id' };
const read = (body: object) => Form.read(ProfileForm, { ...good, ...body });

describe('a form', () => {
  it('reads the named fields and nothing else', () => {
    const form = read({ role: 'admin', wants: 'on', people: ['3', '4'], 'levels[bukti]': '4', answers: 'a' });
    expect(form.ok).toBe(true);
    expect(form.value).toEqual({
      name: 'Norlaila',
      title: '',
      age: null,
      score: null,
      language: 'id',
      wants: true,
      day: '',
      people: [3, 4],
      answers: ['a'],
      levels: { bukti: '4' },
    });
  });

  it.each([
    ['a required text left out', { name: '  ' }, 'name', 'forms.required'],
    ['a text that is too long', { name: 'x'.repeat(11) }, 'name', 'forms.tooLong'],
    ['two values where one is due', { name: ['a', 'b'] }, 'name', 'forms.wrong'],
    ['an object where a text is due', { name: { $ne: '' } }, 'name', 'forms.wrong'],
    ['a NUL', { name: 'a\u0000b' }, 'name', 'forms.strangeCharacters'],
    ['a direction override', { name: 'a\u202eb' }, 'name', 'forms.strangeCharacters'],
    ['letters for a number', { age: '5abc' }, 'age', 'forms.wholeNumber'],
    ['a number over the limit', { age: '11' }, 'age', 'forms.atMost'],
    ['infinity', { age: '1e309' }, 'age', 'forms.wholeNumber'],
    ['a negative score', { score: '-1' }, 'score', 'forms.score'],
    ['a score over 100', { score: '100,01' }, 'score', 'forms.score'],
    ['an unknown choice', { language: 'fr' }, 'language', 'forms.choose'],
    ['no day', { day: '2027-13-01' }, 'day', 'forms.day'],
    ['an id that is none', { people: ['0'] }, 'people', 'forms.wrong'],
  ])('refuses %s', (_what, body, field, key) => {
    const form = read(body);
    expect(Object.keys(form.errors)).toEqual([field]);
    expect(form.errors[field]?.key).toBe(key);
    expect(form.values[field]).toEqual(Reflect.get(body, field));
  });

  it.each([
    ['87,5', 8750],
    ['87.25', 8725],
    ['100', 10000],
    ['0', 0],
  ])('reads the score %s as %i hundredths', (typed, hundredths) => {
    expect(read({ score: typed }).value.score).toBe(hundredths);
  });

  it('tells the values of a limit', () => {
    expect(read({ age: '99' }).errors['age']).toEqual({ key: 'forms.atMost', values: { max: 10 } });
  });

  it('does not read through the prototype', () => {
    expect(Form.read(ProfileForm, Object.create({ name: 'x', language: 'id' })).ok).toBe(false);
  });

  it('falls back to defaults in a query', () => {
    class ListQuery {
      @Whole({ min: 1, max: 1000 }) page = 1;
      @Text({ max: 50, optional: true }) search = '';
    }
    expect(Form.readLenient(ListQuery, { page: 'x', search: 'nor' })).toEqual({ page: 1, search: 'nor' });
  });
});
