/**
 * The header `Content-Disposition` of RFC 6266: the name in plain ASCII for old readers and, where it says more, in
 * UTF-8 by RFC 8187 (the successor of RFC 5987). No name can end the header or begin another.
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const clean = name.replace(/[\p{C}\p{Zl}\p{Zp}/\\]/gu, '') || 'file';
  const ascii = clean
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%]/g, '_');
  const header = `${kind}; filename="${ascii}"`;
  return ascii === clean ? header : `${header}; filename*=UTF-8''${encoded(clean)}`;
}

/** Percent-encoded but for the letters that RFC 8187 names `attr-char`. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
