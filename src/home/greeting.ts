type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

/** Pagi, siang, sore, malam as people in Indonesia divide the day, by the hour from 0 to 23. */
export function partOfDay(hour: number): PartOfDay {
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'noon';
  return hour >= 15 && hour < 18 ? 'afternoon' : 'evening';
}
