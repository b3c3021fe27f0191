/** No control characters (but tab and line feed), and none that turn the direction of the text around them. */
// oxlint-disable-next-line no-control-regex -- the very characters that no text may carry
export const PRINTABLE = /^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/u;
