import type { Config } from '../config/config.js';
import { projectRoot } from '../config/project-root.js';
import { loadCatalogues } from './catalogues.js';
import { Dictionary, type Words } from './words.js';

/** The words for whoever runs a command at the machine, where no request tells a language. */
export const installedWords = ({ timeZone }: Pick<Config, 'timeZone'>): Words =>
  new Dictionary(loadCatalogues(projectRoot), timeZone).in('id');
