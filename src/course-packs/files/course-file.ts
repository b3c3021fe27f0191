import { type Requirement, requirementKey } from '../../results/requirement.js';
import type { CoursePack, PackComponent } from '../course-pack.js';
import type { BuildFrom, PackFields } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import { choice, flag, key, percent, score, text, whole } from '../written-value.js';
import { checkWeights } from './weights.js';

/** What `course.yaml` tells: all of a course but its facts, glossary, media and sessions. */
type CourseFile = Omit<CoursePack, 'facts' | 'glossary' | 'pictures' | 'files' | 'sessions'>;

export const courseFile =
  (names: PackNames): BuildFrom<CourseFile> =>
  (fields) => {
    const course: CourseFile = {
      key: fields.value('key', key),
      title: fields.value('title', text(160)),
      summary: fields.value('summary', text(600)),
      language: fields.value('language', choice('id', 'en')),
      hours: fields.value('hours', whole(1, 2000)),
      practiceHours: fields.value('practiceHours', whole(0, 2000), 0),
      components: fields.list('components', component(names)),
      criticalAspects: fields.list('criticalAspects', criticalAspect(names), 0),
      modules: fields.list('modules', courseModule(names)),
      requirements: fields.list('requirements', requirement(names)),
    };
    checkWeights(course.components, fields, 'components');
    const sum = course.modules.reduce((total, module) => total + module.hours, 0);
    if (sum !== course.hours) fields.report('hours', 'hoursSum', { hours: course.hours, sum });
    return course;
  };

/** The key of a thing of this kind, noted as given. */
function newKey(kind: string, names: PackNames, fields: PackFields): string {
  const given = fields.value('key', key);
  names.give(kind, given, fields);
  return given;
}

const component =
  (names: PackNames): BuildFrom<PackComponent> =>
  (fields) => ({
    key: newKey('component', names, fields),
    name: fields.value('name', text(120)),
    weight: fields.value('weight', percent),
  });

const criticalAspect =
  (names: PackNames): BuildFrom<CourseFile['criticalAspects'][number]> =>
  (fields) => ({ key: newKey('critical', names, fields), name: fields.value('name', text(120)) });

const courseModule =
  (names: PackNames): BuildFrom<CourseFile['modules'][number]> =>
  (fields) => ({
    key: newKey('module', names, fields),
    title: fields.value('title', text(160)),
    hours: fields.value('hours', whole(1, 2000)),
  });

const kind = choice<Requirement['kind']>(
  'attendance',
  'finalScore',
  'criticalAspects',
  'componentScore',
  'validVisits',
  'requiredActivities',
);

/** The thresholds of each kind of requirement. */
const thresholds: { [K in Requirement['kind']]: BuildFrom<Extract<Requirement, { kind: K }>> } = {
  attendance: (fields) => ({ kind: 'attendance', minPercent: fields.value('minPercent', whole(0, 100)) }),
  finalScore: (fields) => ({ kind: 'finalScore', min: fields.value('min', score) }),
  criticalAspects: (fields) => ({
    kind: 'criticalAspects',
    min: fields.value('min', score),
    mustPass: fields.value('mustPass', flag),
  }),
  componentScore: (fields) => ({
    kind: 'componentScore',
    component: fields.value('component', key),
    min: fields.value('min', score),
  }),
  validVisits: (fields) => ({
    kind: 'validVisits',
    min: fields.value('min', whole(1, 1000)),
    minBusinesses: fields.value('minBusinesses', whole(1, 1000)),
  }),
  requiredActivities: () => ({ kind: 'requiredActivities' }),
};

const requirement =
  (names: PackNames): BuildFrom<Requirement> =>
  (fields) => {
    const name = fields.decisive('kind', kind);
    if (!name) return { kind: 'requiredActivities' };
    const read = thresholds[name](fields);
    if (read.kind === 'componentScore') names.mention('component', read.component, fields, 'component');
    names.give('requirement', requirementKey(read), fields, 'kind');
    return read;
  };
