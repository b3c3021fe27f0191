/** "UIN Palangka Raya" as `uin-palangka-raya`, the key that lists of students name a campus by. */
export const campusKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
