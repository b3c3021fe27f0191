/** For `LIKE :text ESCAPE '!'`: the text wherever it stands, with its own signs taken for themselves. */
export const containing = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;
