/** Bytes that a picture of a text may have: it is read on a phone, over a line that is paid by the megabyte. */
export const MOST_PICTURE_BYTES = 60_000;
