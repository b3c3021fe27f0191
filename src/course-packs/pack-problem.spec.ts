import type { ContentProblemName } from '../courses/content-check.js';
import { languages } from '../platform/access/actor.js';
import { projectRoot } from '../platform/config/project-root.js';
import { loadCatalogues } from '../platform/i18n/catalogues.js';
import { Dictionary } from '../platform/i18n/words.js';
import type { MarkdownProblemCode } from '../platform/markdown/reading.js';
import { type PackProblemCode, PackProblems } from './pack-problem.js';

const dictionary = new Dictionary(loadCatalogues(projectRoot), 'Asia/Jakarta');

// A record and not a list, so that a new problem without its sentence does not compile.
const packCodes: Record<PackProblemCode, true> = {
  encoding: true,
  syntax: true,
  repeatedKey: true,
  missingFile: true,
  unexpectedFile: true,
  frontMatter: true,
  missing: true,
  unknownKey: true,
  notFields: true,
  notList: true,
  notText: true,
  tooFew: true,
  badText: true,
  badKey: true,
  badFileName: true,
  badNumber: true,
  badFlag: true,
  badChoice: true,
  badPercent: true,
  badScore: true,
  badDate: true,
  badRule: true,
  badDecimal: true,
  duplicate: true,
  unknownReference: true,
  weightSum: true,
  hoursSum: true,
  numberGap: true,
  optionCount: true,
  rightCount: true,
  noRightOption: true,
  poolTooSmall: true,
  mustPassTooMany: true,
  badPictureName: true,
  badPicture: true,
  pictureTooLarge: true,
  pictureUnused: true,
  badAttachmentName: true,
  badAttachment: true,
  attachmentTooLarge: true,
  attachmentUnused: true,
};
const questionNames: Record<ContentProblemName, true> = {
  missing: true,
  'unknown-field': true,
  'unknown-type': true,
  'wrong-kind': true,
  empty: true,
  'too-long': true,
  'too-few': true,
  'too-many': true,
  'out-of-range': true,
  'bad-letter': true,
  duplicate: true,
  'unknown-option': true,
  'no-wrong-option': true,
  'unknown-placeholder': true,
  'unused-value': true,
  'weights-not-100': true,
};
const markdownCodes: Record<MarkdownProblemCode, true> = {
  unknownContainer: true,
  unclosedContainer: true,
  checkWithoutQuestion: true,
  checkOptionCount: true,
  checkRightCount: true,
  checkUnexplained: true,
  unknownFact: true,
  brokenLink: true,
  picture: true,
  unknownPicture: true,
  pictureWithoutText: true,
  unknownFile: true,
};

describe.each(languages)('A problem of a pack in %s', (language) => {
  const words = dictionary.in(language);

  it.each([
    ...Object.keys(packCodes).map((code) => `course-packs.problem.${code}`),
    ...Object.keys(questionNames).map((name) => `course-packs.question.${name}`),
    ...Object.keys(markdownCodes).map((code) => `markdown.problem.${code}`),
  ])('%s has its sentence', (key) => {
    expect(words.has(key)).toBe(true);
  });

  it('is told with its values', () => {
    const problems = new PackProblems();
    problems.report('course.yaml', 6, 'weightSum', { name: 'components', sum: 90 });
    const [problem] = problems.all();
    expect(words.t(problem!.key, problem!.values)).toMatch(/"components".*90 %.*100 %/);
  });
});
