import type { Language } from '../access/actor.js';

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
const tags: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const QUARTER_MS = 900_000;
const MOST_DAYS = 20_000;

/** What each format shows; a format is found again by its shape, so there is one of each. */
const shapes = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
  dayAndMonth: { weekday: 'long', day: 'numeric', month: 'long' },
  exactTime: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  isoDay: { year: 'numeric', month: '2-digit', day: '2-digit' },
  hour: { hour: '2-digit', hourCycle: 'h23' },
  calendarDay: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  weekday: { weekday: 'long', timeZone: 'UTC' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The name that people write behind a time: WIB, WITA, WIT, else the zone's own short name. */
export function zoneName(timeZone: string): string {
  const known = zoneNames[timeZone];
  if (known) return known;
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' }).formatToParts(0);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** Dates, times and numbers as a person of one language in one time zone writes them. */
export class Formats {
  private readonly zone: string;
  private readonly formatters = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();
  private readonly days = new Map<number, string>();
  /** By how many decimals they show. */
  private readonly numbers = new Map<number, Intl.NumberFormat>();

  constructor(
    readonly language: Language,
    readonly timeZone: string,
  ) {
    this.zone = zoneName(timeZone);
  }

  /** "Selasa, 24 Agustus 2027" */
  day(at: Date): string {
    return this.format(at, shapes.day);
  }

  /** "24 Agustus 2027" */
  date(at: Date): string {
    return this.format(at, shapes.date);
  }

  /** A day without a time, 2026-11-24, which is the same in every zone: "24 November 2026" */
  calendarDay(day: string): string {
    return this.formatter(shapes.calendarDay, tags[this.language]).format(new Date(`${day}T00:00:00Z`));
  }

  /** "Sel, 24 Agu" */
  shortDay(at: Date): string {
    return this.format(at, shapes.shortDay);
  }

  /** "Selasa, 24 Agustus", where the year is plain */
  dayAndMonth(at: Date): string {
    return this.format(at, shapes.dayAndMonth);
  }

  /** "Selasa": 1 is Monday, 7 Sunday */
  weekday(number: number): string {
    // 1 January 2024 was a Monday.
    return this.formatter(shapes.weekday, tags[this.language]).format(new Date(Date.UTC(2024, 0, number)));
  }

  /** 0 to 23, in this zone */
  hour(at: Date): number {
    return Number(this.formatter(shapes.hour, 'en-GB').format(at));
  }

  /** "15.30 WIB" */
  time(at: Date): string {
    return `${this.clock(at)} ${this.zone}`;
  }

  /** "15.30.22 WIB", for what was saved just now */
  exactTime(at: Date): string {
    return `${this.format(at, shapes.exactTime)} ${this.zone}`;
  }

  /** "15.30–17.30 WIB" */
  span(from: Date, to: Date): string {
    return `${this.clock(from)}–${this.clock(to)} ${this.zone}`;
  }

  /** A time of day that returns each week, 15:30, for so many minutes: "15.30–17.30 WIB" */
  clockSpan(startsAt: string, minutes: number): string {
    const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
    const at = (of: number) =>
      [Math.floor(of / 60) % 24, of % 60]
        .map((part) => String(part).padStart(2, '0'))
        .join(this.language === 'id' ? '.' : ':');
    const start = hour * 60 + minute;
    return `${at(start)}–${at(start + minutes)} ${this.zone}`;
  }

  /** "Selasa, 24 Agustus 2027, 15.30 WIB" */
  instant(at: Date): string {
    return `${this.day(at)}, ${this.time(at)}`;
  }

  /** The calendar day in this zone as 2027-08-24, for comparing days and for `<input type=date>`. */
  isoDay(at: Date): string {
    // Zones differ by quarters of an hour, so all of one quarter is on one day; pages ask for the same ones again.
    const quarter = Math.floor(at.getTime() / QUARTER_MS);
    const known = this.days.get(quarter);
    if (known) return known;
    const day = this.formatter(shapes.isoDay, 'en-CA').format(at);
    if (this.days.size >= MOST_DAYS) this.days.clear();
    this.days.set(quarter, day);
    return day;
  }

  /** 8750 → "87,50": scores are integers of 1/100. */
  score(hundredths: number): string {
    return this.number(hundredths / 100, 2);
  }

  number(value: number, decimals = 0): string {
    const known = this.numbers.get(decimals);
    if (known) return known.format(value);
    const made = new Intl.NumberFormat(tags[this.language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    this.numbers.set(decimals, made);
    return made.format(value);
  }

  /** "Rp1.250.000" */
  rupiah(amount: number): string {
    return `Rp${this.number(amount)}`;
  }

  /** "412 kB", "3,4 MB" in steps of 1000 as phones count */
  size(bytes: number): string {
    if (bytes < 1000) return `${bytes} B`;
    if (bytes < 1_000_000) return `${this.number(Math.round(bytes / 1000))} kB`;
    return `${this.number(bytes / 1_000_000, 1)} MB`;
  }

  private clock(at: Date): string {
    return this.format(at, shapes.clock);
  }

  private format(at: Date, options: Intl.DateTimeFormatOptions): string {
    return this.formatter(options, tags[this.language]).format(at);
  }

  private formatter(options: Intl.DateTimeFormatOptions, tag: string): Intl.DateTimeFormat {
    const known = this.formatters.get(options);
    if (known) return known;
    const made = new Intl.DateTimeFormat(tag, { timeZone: this.timeZone, ...options });
    this.formatters.set(options, made);
    return made;
  }
}
