import type { Assets } from '../assets.js';

/** `{{asset "kader.css"}}`: the address of a file of `public/`, with the hash of its content. */
export const assetHelper =
  (assets: Assets) =>
  (file: string): string =>
    assets.url(file);
