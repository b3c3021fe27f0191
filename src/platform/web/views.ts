import Handlebars from 'handlebars';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets } from './assets.js';
import { helpers } from './helpers/helpers.js';

const FRAME = 'layouts/main';
const ENDING = '.hbs';

type Template = (model: object) => string;

/**
 * The templates of `views/` by their paths without the ending; partials have the same names. Every page stands in the
 * frame, unless its model says `layout: false`.
 */
export class Views {
  private kept: Map<string, Template> | undefined;

  constructor(
    private readonly folder: string,
    private readonly assets: Assets,
    /** False: each page reads the templates anew, for whoever works on them. */
    private readonly keeps: boolean,
  ) {}

  /** @throws where there is no such template, or where it does not compile */
  render(view: string, model: object): string {
    const templates = this.keeps ? (this.kept ??= this.read()) : this.read();
    const body = found(templates, view)(model);
    return Reflect.get(model, 'layout') === false ? body : found(templates, FRAME)({ ...model, body });
  }

  /** Reads all of them; each is compiled when it is first shown. */
  private read(): Map<string, Template> {
    const handlebars = Handlebars.create();
    const known = helpers(this.assets);
    handlebars.registerHelper(known);
    const options = {
      knownHelpers: Object.fromEntries(Object.keys(known).map((name) => [name, true])),
      knownHelpersOnly: true,
    };
    const templates = new Map<string, Template>();
    for (const file of readdirSync(this.folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith(ENDING)) continue;
      const name = file.slice(0, -ENDING.length).replaceAll('\\', '/');
      const template = handlebars.compile(readFileSync(join(this.folder, file), 'utf8').trim(), options);
      handlebars.registerPartial(name, template);
      templates.set(name, template);
    }
    return templates;
  }
}

function found(templates: ReadonlyMap<string, Template>, view: string): Template {
  const template = templates.get(view);
  if (!template) throw new Error(`views/${view}${ENDING} does not exist`);
  return template;
}
