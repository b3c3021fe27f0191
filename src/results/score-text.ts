/** A language that numbers are printed in: a comma before the decimals in Indonesian, a point in English. */
type NumberLocale = 'id' | 'en';

/** A score in 1/100 with its two decimals: 8750 → 87,50. */
export function scoreText(score: number, locale: NumberLocale): string {
  return decimal(score, 2, 2, locale);
}

/** A contribution in millionths of a point, exact: no digit is rounded away, two at least are shown. */
export function contributionText(contribution: number, locale: NumberLocale): string {
  return decimal(contribution, 6, 2, locale);
}

/** A weight in basis points as a percentage: 1500 → 15 %, 1250 → 12,5 %. The space does not break. */
export function percentText(basisPoints: number, locale: NumberLocale): string {
  return `${decimal(basisPoints, 2, 0, locale)}\u00a0%`;
}

function decimal(value: number, places: number, atLeast: number, locale: NumberLocale): string {
  const digits = String(value).padStart(places + 1, '0');
  const whole = digits.slice(0, -places);
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(atLeast, '0');
  return fraction ? whole + (locale === 'id' ? ',' : '.') + fraction : whole;
}
