/**
 * The quotient of two integers, rounded half up to an integer, without a detour through fractions of a float.
 * Both below 2^52; the denominator positive, the numerator not negative.
 */
export function halfUp(numerator: number, denominator: number): number {
  const remainder = numerator % denominator;
  return (numerator - remainder) / denominator + (remainder * 2 >= denominator ? 1 : 0);
}
