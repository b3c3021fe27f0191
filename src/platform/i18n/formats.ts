import type { Language } from '../access/actor.js';

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
const tags: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

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
  private readonly formatters = new Map<string, Intl.DateTimeFormat>();

  constructor(
    readonly language: Language,
    readonly timeZone: string,
  ) {
    this.zone = zoneName(timeZone);
  }

  /** "Selasa, 24 Agustus 2027" */
  day(at: Date): string {
    return this.format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** "24 Agustus 2027" */
  date(at: Date): string {
    return this.format(at, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** A day without a time, 2026-11-24, which is the same in every zone: "24 November 2026" */
  calendarDay(day: string): string {
    const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return this.formatter(options, tags[this.language]).format(new Date(`${day}T00:00:00Z`));
  }

  /** "Sel, 24 Agu" */
  shortDay(at: Date): string {
    return this.format(at, { weekday: 'short', day: 'numeric', month: 'short' });
  }

  /** "Selasa, 24 Agustus", where the year is plain */
  dayAndMonth(at: Date): string {
    return this.format(at, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  /** "Selasa": 1 is Monday, 7 Sunday */
  weekday(number: number): string {
    // 1 January 2024 was a Monday.
    const options = { weekday: 'long', timeZone: 'UTC' } as const;
    return this.formatter(options, tags[this.language]).format(new Date(Date.UTC(2024, 0, number)));
  }

  /** 0 to 23, in this zone */
  hour(at: Date): number {
    return Number(this.formatter({ hour: '2-digit', hourCycle: 'h23' }, 'en-GB').format(at));
  }

  /** "15.30 WIB" */
  time(at: Date): string {
    return `${this.clock(at)} ${this.zone}`;
  }

  /** "15.30.22 WIB", for what was saved just now */
  exactTime(at: Date): string {
    return `${this.format(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })} ${this.zone}`;
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
    return this.formatter({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA').format(at);
  }

  /** 8750 → "87,50": scores are integers of 1/100. */
  score(hundredths: number): string {
    return this.number(hundredths / 100, 2);
  }

  number(value: number, decimals = 0): string {
    return value.toLocaleString(tags[this.language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
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
    return this.format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  }

  private format(at: Date, options: Intl.DateTimeFormatOptions): string {
    return this.formatter(options, tags[this.language]).format(at);
  }

  private formatter(options: Intl.DateTimeFormatOptions, tag: string): Intl.DateTimeFormat {
    const key = tag + JSON.stringify(options);
    const known = this.formatters.get(key);
    if (known) return known;
    const made = new Intl.DateTimeFormat(tag, { timeZone: this.timeZone, ...options });
    this.formatters.set(key, made);
    return made;
  }
}
