import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { projectRoot } from '../src/platform/config/project-root.js';

/** The features in their one-way order: each may import those before it, none after it. */
const order = [
  'platform',
  'people',
  'courses',
  'cohorts',
  'progress',
  'lessons',
  'quizzes',
  'recall',
  'assignments',
  'grading',
  'attendance',
  'results',
  'certificates',
  'course-packs',
  'facts',
  'glossary',
  'desk',
  'course-imports',
  'reports',
  'home',
];

/** What composes the features stands outside the order. */
const composers = ['migrations', 'seeds', 'commands'];

/** The kinds of files and what each may import of its own feature and of others. */
const kinds: Record<string, readonly string[]> = {
  module: [
    'controller',
    'service',
    'entity',
    'module',
    'rules',
    'guard',
    'interceptor',
    'middleware',
    'filter',
  ],
  controller: ['service', 'form', 'page', 'entity', 'rules', 'module', 'interceptor', 'middleware', 'filter'],
  service: ['service', 'entity', 'rules', 'module'],
  page: ['entity', 'rules', 'page', 'form', 'service'],
  form: ['rules', 'form'],
  entity: ['entity', 'rules'],
  rules: ['rules', 'entity'],
};

interface Import {
  from: string;
  to: string;
  /** `import type`, or every name in it is a type. */
  typeOnly: boolean;
}

const sources = globSync('src/**/*.ts', { cwd: projectRoot }).filter((file) => !file.endsWith('.spec.ts'));
const imports = sources.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const found = text(file).matchAll(/^(?:import|export)\s+(type\s+)?([^'"]*?)\s*from\s+'(\.[^']+)'/gms);
  return [...found].map(([, type, names = '', path = '']) => ({
    from: file,
    to: normalize(join(dirname(file), path)).replace(/\.js$/, '.ts'),
    typeOnly: type !== undefined || namesAreTypes(names),
  }));
}

function namesAreTypes(names: string): boolean {
  const list = names
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim());
  return names.startsWith('{') && list.filter(Boolean).every((name) => name.startsWith('type '));
}

const featureOf = (file: string): string => relative('src', file).split('/')[0] ?? '';
const isFeature = (name: string): boolean => order.includes(name);

function kindOf(file: string): string {
  const kind = /\.(module|controller|service|page|form|entity|guard|interceptor|middleware|filter)\.ts$/.exec(
    file,
  )?.[1];
  return kind ?? 'rules';
}

const show = ({ from, to }: Import): string => `${from} → ${to}`;

describe('the architecture', () => {
  it('finds the imports', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('has a folder for each feature of the order and for what composes them, and no other', () => {
    const folders = new Set(sources.map(featureOf).filter((name) => !name.endsWith('.ts')));
    expect([...folders].toSorted()).toEqual([...order, ...composers].toSorted());
  });

  it('is told in the same order', () => {
    const rows = text('docs/architecture.md').match(/^\| `.*?\|/gm) ?? [];
    const told = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)\/`/g)].map(([, name]) => name));
    expect(told).toEqual(order);
  });

  it('lets features import only those before them', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [here, there] = [order.indexOf(featureOf(from)), order.indexOf(featureOf(to))];
      return here >= 0 && there >= 0 && there > here;
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('lets no feature import what composes the features', () => {
    const wrong = imports.filter(({ from, to }) => isFeature(featureOf(from)) && !isFeature(featureOf(to)));
    expect(wrong.map(show)).toEqual([]);
  });

  it('lets kinds of files import one way', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (!isFeature(featureOf(from)) || featureOf(from) === 'platform' || featureOf(to) === 'platform')
        return false;
      const [here, there] = [kindOf(from), kindOf(to)];
      if (here === 'page' && there === 'service') return !typeOnly;
      if (here === 'rules' && there === 'entity') return !typeOnly;
      if (here === 'entity' && there === 'rules') return false;
      return !kinds[here]?.includes(there);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('keeps presenters and rules free of the framework and of the clock', () => {
    const bare = sources.filter(
      (file) => ['page', 'rules'].includes(kindOf(file)) && isFeature(featureOf(file)),
    );
    const wrong = bare.filter(
      (file) => featureOf(file) !== 'platform' && (usesFramework(file) || readsClock(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('has no drawer for everything', () => {
    const drawers = /(^|\/)(utils?|common|shared|helpers?\.ts|index\.ts|base)(\/|\.ts|$)/;
    const allowed = ['src/migrations/index.ts', 'src/platform/web/helpers/helpers.ts'];
    expect(
      sources.filter(
        (file) =>
          drawers.test(file) && !file.startsWith('src/platform/web/helpers/') && !allowed.includes(file),
      ),
    ).toEqual([]);
  });

  it('writes only through units of work', () => {
    const writes =
      /\b(?:this\.)?(?:\w+Repository|repository)\.(?:save|insert|update|delete|upsert|increment|decrement|remove)\(/;
    expect(sources.filter((file) => writes.test(text(file)))).toEqual([]);
  });
});

function text(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}

function usesFramework(file: string): boolean {
  const lines = text(file).match(/^import .*from '(?:@nestjs\/|typeorm|express)[^']*'/gm) ?? [];
  return lines.some((line) => !line.startsWith('import type'));
}

const readsClock = (file: string): boolean => /\bnew Date\(\)|Date\.now\(\)/.test(text(file));
