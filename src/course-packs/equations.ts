/** An equation as a text writes it, `250.000 ÷ 7 = 35.714`, with what its left side really is. */
export interface WrittenEquation {
  text: string;
  /** As far as its own decimals tell. */
  isRight: boolean;
}

const NUMBER = String.raw`(?:Rp)?\d+(?:\.\d{3})*(?:,\d+)?(?: (?:juta|miliar))?`;
const EQUATION = new RegExp(String.raw`${NUMBER}(?: [+−×÷] ${NUMBER})+ = ${NUMBER}`, 'g');

/** Finds all equations of an Indonesian text and computes them; emphasis inside one does not hide it. */
export function equationsIn(text: string): WrittenEquation[] {
  return [...text.replaceAll('**', '').matchAll(EQUATION)].map(([equation]) => ({
    text: equation,
    isRight: holds(equation),
  }));
}

function holds(equation: string): boolean {
  const [left = '', right = ''] = equation.split(' = ');
  const decimals = /,(\d+)/.exec(right)?.[1]?.length ?? 0;
  return Math.abs(sumOf(left) - numberOf(right)) <= 0.5 / 10 ** decimals;
}

/** Products bind before sums. */
function sumOf(expression: string): number {
  return expression
    .split(/ (?=[+−] )/)
    .map((term) => (term.startsWith('− ') ? -1 : 1) * productOf(term.replace(/^[+−] /, '')))
    .reduce((sum, term) => sum + term, 0);
}

function productOf(term: string): number {
  const [first = '', ...rest] = term.split(/ (?=[×÷] )/);
  return rest.reduce(
    (product, factor) =>
      factor.startsWith('×') ? product * numberOf(factor.slice(2)) : product / numberOf(factor.slice(2)),
    numberOf(first),
  );
}

/** `Rp1.250,5 juta` as 1250.5: both sides of an equation of ours count in the same unit. */
function numberOf(written: string): number {
  return Number(
    written
      .replace(/^Rp| (?:juta|miliar)$/g, '')
      .replaceAll('.', '')
      .replace(',', '.'),
  );
}
