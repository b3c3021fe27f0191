import * as fc from 'fast-check';
import { certificateNumber, NUMBER_TEMPLATE, templateFaults } from './certificate-number.js';

describe('the number of a certificate', () => {
  it.each([
    [NUMBER_TEMPLATE, 1, 2, '2027-11-18', '0001/KKP-II/PLUT-KT/XI/2027'],
    [NUMBER_TEMPLATE, 87, 2, '2027-11-18', '0087/KKP-II/PLUT-KT/XI/2027'],
    [NUMBER_TEMPLATE, 12_345, 14, '2031-01-05', '12345/KKP-XIV/PLUT-KT/I/2031'],
    ['{urut}.{angkatan}.{bulan}.{tahun}', 7, 3, '2028-04-01', '7.3.04.2028'],
    ['No {urut2} A{angkatan}', 7, 3, '2028-04-01', 'No 07 A3'],
  ])('%s', (template, serial, cohortOrdinal, issuedOn, number) => {
    expect(templateFaults(template)).toEqual([]);
    expect(certificateNumber(template, { serial, cohortOrdinal, issuedOn })).toBe(number);
  });

  it('differs for every serial and every cohort', () => {
    const part = fc.integer({ min: 1, max: 3999 });
    fc.assert(
      fc.property(part, part, part, part, (serial, cohortOrdinal, otherSerial, otherOrdinal) => {
        fc.pre(serial !== otherSerial || cohortOrdinal !== otherOrdinal);
        const issuedOn = '2027-11-18';
        expect(certificateNumber(NUMBER_TEMPLATE, { serial, cohortOrdinal, issuedOn })).not.toBe(
          certificateNumber(NUMBER_TEMPLATE, { serial: otherSerial, cohortOrdinal: otherOrdinal, issuedOn }),
        );
      }),
    );
  });
});

describe('a template for numbers', () => {
  it.each([
    ['without the serial', 'KKP-{angkatan}/{tahun}', [{ kind: 'missingSerial' }]],
    ['without the cohort', '{urut4}/{tahun}', [{ kind: 'missingCohort' }]],
    [
      'with an unknown placeholder',
      '{urut4}/{angkatan}/{hari}',
      [{ kind: 'unknownPlaceholder', placeholder: 'hari' }],
    ],
    [
      'with the name of an inherited property',
      '{urut4}/{angkatan}/{constructor}',
      [{ kind: 'unknownPlaceholder', placeholder: 'constructor' }],
    ],
    ['with a brace that opens nothing', '{urut4}/{angkatan}/{', [{ kind: 'strayBrace' }]],
    ['with a line break', '{urut4}/{angkatan}\n', [{ kind: 'badCharacter' }]],
    ['with a sign that no file name bears', '{urut4}/{angkatan}?', [{ kind: 'badCharacter' }]],
    ['too long', `{urut4}/{angkatan}/${'X'.repeat(80)}`, [{ kind: 'tooLong' }]],
    ['empty', '', [{ kind: 'missingSerial' }, { kind: 'missingCohort' }]],
  ])('%s is refused', (_what, template, faults) => {
    expect(templateFaults(template)).toEqual(faults);
  });
});
