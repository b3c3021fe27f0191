import { Formats, zoneName } from './formats.js';

const at = new Date('2027-08-24T08:30:22.000Z');
const id = new Formats('id', 'Asia/Jakarta');
const en = new Formats('en', 'Asia/Jakarta');

describe('formats', () => {
  it.each([
    ['day', id.day(at), 'Selasa, 24 Agustus 2027'],
    ['day in English', en.day(at), 'Tuesday, 24 August 2027'],
    ['date', id.date(at), '24 Agustus 2027'],
    ['calendar day', id.calendarDay('2026-11-24'), '24 November 2026'],
    ['short day', id.shortDay(at), 'Sel, 24 Agu'],
    ['day and month', id.dayAndMonth(at), 'Selasa, 24 Agustus'],
    ['day and month in English', en.dayAndMonth(at), 'Tuesday 24 August'],
    ['weekday', [1, 7].map((number) => id.weekday(number)).join(' '), 'Senin Minggu'],
    ['hour', String(id.hour(at)), '15'],
    ['hour after midnight', String(id.hour(new Date('2027-08-24T17:30:00Z'))), '0'],
    ['time', id.time(at), '15.30 WIB'],
    ['time in English', en.time(at), '15:30 WIB'],
    ['exact time', id.exactTime(at), '15.30.22 WIB'],
    ['span', id.span(at, new Date('2027-08-24T10:30:00Z')), '15.30–17.30 WIB'],
    ['clock span', id.clockSpan('15:30', 120), '15.30–17.30 WIB'],
    ['clock span over midnight', en.clockSpan('23:00', 90), '23:00–00:30 WIB'],
    ['instant', id.instant(at), 'Selasa, 24 Agustus 2027, 15.30 WIB'],
    ['calendar day, after midnight there', id.isoDay(new Date('2027-08-24T17:30:00Z')), '2027-08-25'],
    ['the last moment of a day', id.isoDay(new Date('2027-08-24T16:59:59.999Z')), '2027-08-24'],
    ['the first of the next', id.isoDay(new Date('2027-08-24T17:00:00.000Z')), '2027-08-25'],
    ['score', id.score(8750), '87,50'],
    ['score in English', en.score(10000), '100.00'],
    ['rupiah', id.rupiah(1_250_000), 'Rp1.250.000'],
    ['bytes', id.size(999), '999 B'],
    ['kilobytes', id.size(412_300), '412 kB'],
    ['megabytes', id.size(3_440_000), '3,4 MB'],
  ])('%s', (_what, shown, expected) => {
    expect(shown).toBe(expected);
  });

  it.each([
    ['Asia/Makassar', 'WITA'],
    ['Asia/Jayapura', 'WIT'],
    ['UTC', 'UTC'],
  ])('names the zone %s %s', (zone, name) => {
    expect(zoneName(zone)).toBe(name);
  });
});
