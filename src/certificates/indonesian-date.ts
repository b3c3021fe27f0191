const LONG = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });

/** A local date such as 2027-11-18 in words: 18 November 2027. Certificates are written in Indonesian. */
export function longDate(date: string): string {
  return LONG.format(new Date(`${date}T00:00:00Z`));
}

/** From one date to another, saying month and year once where they are the same. */
export function periodText(from: string, to: string): string {
  if (from === to) return longDate(to);
  const [day, month, year] = longDate(from).split(' ');
  const [, toMonth, toYear] = longDate(to).split(' ');
  const words = year !== toYear ? [day, month, year] : month !== toMonth ? [day, month] : [day];
  return `${words.join(' ')} s.d. ${longDate(to)}`;
}
