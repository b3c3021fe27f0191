import { type ClassField, type ClassFields, readClasses } from './class-rows.js';

const instructors = new Set([7]);
const typed = (change: Partial<Record<ClassField, Record<string, string>>> = {}): ClassFields => ({
  className: { '1': 'Kelas A', '2': '' },
  firstDay: { '1': '2', '2': '1' },
  secondDay: { '1': '4' },
  time: { '1': '15:30' },
  minutes: { '1': '120' },
  place: { '1': 'Aula PLUT' },
  instructor: { '1': '7' },
  ...change,
});
const errorsOf = (change: Parameters<typeof typed>[0]) =>
  Object.entries(readClasses(typed(change), instructors).errors).map(([field, { key }]) => `${field} ${key}`);

describe('the class rows of a new cohort', () => {
  it('make a class of each row with a name', () => {
    const slot = { startsAt: '15:30', minutes: 120, place: 'Aula PLUT' };
    expect(readClasses(typed(), instructors)).toEqual({
      classes: [
        {
          name: 'Kelas A',
          instructorId: 7,
          slots: [
            { weekday: 2, ...slot },
            { weekday: 4, ...slot },
          ],
        },
      ],
      errors: {},
    });
  });

  it('need neither a second day nor an instructor', () => {
    const { classes, errors } = readClasses(typed({ secondDay: {}, instructor: {} }), instructors);
    expect(errors).toEqual({});
    expect(classes).toMatchObject([{ instructorId: null, slots: [{ weekday: 2 }] }]);
  });

  it.each([
    ['no row at all', { className: {} }, ['className[1] cohorts.new.noClass']],
    ['no first day', { firstDay: {} }, ['firstDay[1] forms.choose']],
    ['a day that is none', { secondDay: { '1': '9' } }, ['secondDay[1] forms.choose']],
    ['the same day twice', { secondDay: { '1': '2' } }, ['secondDay[1] cohorts.new.sameDay']],
    ['no time', { time: {} }, ['time[1] forms.time']],
    ['a time that is none', { time: { '1': '24:00' } }, ['time[1] forms.time']],
    ['too short', { minutes: { '1': '14' } }, ['minutes[1] cohorts.new.minutes']],
    ['too long', { minutes: { '1': '481' } }, ['minutes[1] cohorts.new.minutes']],
    ['no place', { place: {} }, ['place[1] forms.required']],
    ['nobody who teaches', { instructor: { '1': '8' } }, ['instructor[1] forms.choose']],
    [
      'the same name twice',
      {
        className: { '1': 'Kelas A', '3': 'KELAS A' },
        firstDay: { '1': '2', '3': '2' },
        time: { '1': '15:30', '3': '15:30' },
        minutes: { '1': '120', '3': '120' },
        place: { '1': 'Aula', '3': 'Aula' },
      },
      ['className[3] cohorts.new.sameName'],
    ],
  ])('are wrong with %s', (_what, change, errors) => {
    expect(errorsOf(change)).toEqual(errors);
  });
});
