import type { Assets } from '../assets.js';
import { assetHelper } from './asset.js';
import { eq } from './eq.js';
import { has } from './has.js';
import { say } from './say.js';
import { t } from './t.js';

/** Every helper that a template may use, by name. */
export const helpers = (assets: Assets) => ({ asset: assetHelper(assets), eq, has, say, t });
