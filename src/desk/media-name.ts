/** A name under which texts refer to a picture, from that of its file; another where it is taken. */
export function pictureNameFor(file: string, taken: ReadonlySet<string>): string {
  const base = bareName(file) || 'gambar';
  let name = `${base}.webp`;
  for (let next = 2; taken.has(name); next += 1) name = `${base}-${next}.webp`;
  return name;
}

/** A name under which texts refer to a file; `ending` is that of its content. The same name gets a new edition. */
export const fileNameFor = (file: string, ending: string): string =>
  `${bareName(file) || 'lampiran'}.${ending}`;

/** Small letters, digits and hyphens, without the ending. */
const bareName = (file: string): string =>
  file
    .replace(/\.[^./]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
    .split(' ')
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
