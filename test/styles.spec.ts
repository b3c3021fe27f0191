import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/project-root.js';

const css = await readFile(join(projectRoot, 'public', 'kader.css'), 'utf8');

describe('the style sheet', () => {
  it('sets every property of its own that it uses', () => {
    const used = [...css.matchAll(/var\((--[a-z\d-]+)/g)].map(([, name]) => name);
    const set = new Set([...css.matchAll(/^\s*(--[a-z\d-]+):/gm)].map(([, name]) => name));
    expect(used.length).toBeGreaterThan(100);
    expect([...new Set(used)].filter((name) => !set.has(name))).toEqual([]);
  });

  it('has no rule twice, as a merge may leave it', () => {
    const rules = [...css.matchAll(/^ {2}([^\s@}][^{}]*\{[^{}]*\})/gm)].map(([, rule]) => rule);
    expect(rules.length).toBeGreaterThan(200);
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  });
});
