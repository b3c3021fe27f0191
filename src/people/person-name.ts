export interface NameParts {
  nameBefore: string;
  name: string;
  nameAfter: string;
}

/** "Dra. Yosevina Tundan, M.Si.": titles before, the name, titles after. */
export function fullName({ nameBefore, name, nameAfter }: NameParts): string {
  const front = [nameBefore, name].filter(Boolean).join(' ');
  return [front, nameAfter].filter(Boolean).join(', ');
}

/** The name to greet with, of a name that may have its titles: the first word, and the next where that is short for one. */
export function shortName(name: string): string {
  const [first = '', second] = name.split(/,? /);
  const isInitial = /^\p{L}{1,3}\.$/u.test(first);
  return isInitial && second ? `${first} ${second}` : first;
}
