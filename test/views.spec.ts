import Handlebars from 'handlebars';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/project-root.js';

const views = globSync('views/**/*.hbs', { cwd: projectRoot });
const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

/** The only templates that may print HTML as it is: the frame's body, and Markdown that was sanitised. */
const raw = ['views/layouts/main.hbs', 'views/partials/sanitised.hbs'];

describe('every template', () => {
  it.each(views)('%s compiles', (file) => {
    expect(() => Handlebars.precompile(read(file))).not.toThrow();
  });

  it.each(views)('%s escapes what it prints', (file) => {
    if (!raw.includes(file)) expect(read(file)).not.toMatch(/\{\{\{|\{\{&/);
  });

  it.each(views)('%s sends the token with every form that changes something', (file) => {
    const forms = read(file).match(/<form[^>]*method="post"[^>]*>.*?<\/form>/gis) ?? [];
    expect(forms.filter((form) => !form.includes('{{> partials/csrf}}'))).toEqual([]);
  });

  it.each(views)('%s has neither style nor script inside', (file) => {
    expect(read(file)).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  });

  it.each(views)('%s names partials that exist', (file) => {
    const names = [...read(file).matchAll(/\{\{#?>\s*([\w/-]+)/g)].map(([, name = '']) => name);
    expect(
      names.filter(
        (name) => name !== '@partial-block' && !existsSync(join(projectRoot, 'views', `${name}.hbs`)),
      ),
    ).toEqual([]);
  });
});
