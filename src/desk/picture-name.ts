/** A name under which texts refer to a picture, from that of its file; another where it is taken. */
export function pictureNameFor(file: string, taken: ReadonlySet<string>): string {
  const bare = file
    .replace(/\.[^./]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
    .split(' ')
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
  const base = bare || 'gambar';
  let name = `${base}.webp`;
  for (let next = 2; taken.has(name); next += 1) name = `${base}-${next}.webp`;
  return name;
}
