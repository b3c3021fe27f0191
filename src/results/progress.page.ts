import { attendanceStrip } from '../attendance/attendance.page.js';
import type { AttendedMeeting } from '../attendance/attendance.service.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import type { Words } from '../platform/i18n/words.js';
import type { BuiltStanding } from './build-standing.js';
import type { ComponentLine, Result } from './final-result.js';
import { requirementLine } from './requirement.page.js';
import type { Requirement } from './requirement.js';
import { evaluateRequirements, type Waiver } from './requirements.js';
import { contributionText, percentText } from './score-text.js';
import { scoreStillNeeded } from './still-needed.js';

interface ProgressSources {
  place: LearnerPlace;
  /** The learner's. */
  name: string;
  own: BuiltStanding;
  requirements: readonly Requirement[];
  waivers: readonly Waiver[];
  meetings: readonly AttendedMeeting[];
}

/** What still stands between a learner and the certificate, and how the result comes about. */
export function progressPage(
  { place, name, own, requirements, waivers, meetings }: ProgressSources,
  words: Words,
) {
  const names = new Map(place.cohort.rules.components.map(({ key, name }) => [key, name]));
  const { outcomes, qualifies } = evaluateRequirements(requirements, own.standing, waivers);
  const lines = outcomes.map((outcome) => requirementLine(outcome, names, words));
  const open = lines.filter(({ isMet }) => !isMet);
  return {
    title: 'results.progress.title',
    name,
    subtitle: [place.nim, place.cohort.label].filter(Boolean).join(' · '),
    hasRequirements: requirements.length > 0,
    qualifies,
    openCount: open.length,
    headline: words.t('results.progress.open', { count: open.length }),
    requirements: lines,
    result: resultSum(own.result, words),
    neededSentence: neededSentence(place, own, requirements, words),
    strip: attendanceStrip(meetings, words),
  };
}

function resultSum(result: Result, words: Words) {
  const score = result.final ?? result.provisional;
  return {
    heading: words.t(result.final === null ? 'results.sum.provisional' : 'results.sum.final', {
      score: score === null ? '–' : words.score(score),
    }),
    isEmpty: score === null,
    lines: result.components.map((line) => sumLine(line, words)),
    total: contributionText(result.sum, words.language),
    totalLabel: words.t('results.sum.total', { percent: percentText(result.countedWeight, words.language) }),
    sentence:
      result.countedWeight < result.totalWeight && score !== null
        ? words.t('results.sum.division', {
            sum: contributionText(result.sum, words.language),
            percent: percentText(result.countedWeight, words.language),
            score: words.score(score),
          })
        : '',
  };
}

function sumLine(line: ComponentLine, words: Words) {
  return {
    name: line.title,
    detail: componentDetail(line, words),
    score: line.score === null ? words.t('results.sum.none') : words.score(line.score),
    weight: percentText(line.weight, words.language),
    contribution: line.contribution === null ? '–' : contributionText(line.contribution, words.language),
  };
}

function componentDetail(line: ComponentLine, words: Words): string {
  if (line.source) return line.source;
  const all = line.counted.length + line.missing.length + line.notYetCounted.length;
  if (all === 0) return '';
  const counted = words.t('results.sum.counted', { part: line.counted.length, whole: all });
  const missing =
    line.missing.length > 0 ? words.t('results.sum.missing', { count: line.missing.length }) : '';
  return [counted, missing].filter(Boolean).join('; ');
}

/** "Untuk lulus (70,00), yang belum dinilai perlu sedikitnya 21,40." */
function neededSentence(
  { cohort }: LearnerPlace,
  { components, result }: BuiltStanding,
  requirements: readonly Requirement[],
  words: Words,
): string {
  const wanted = requirements.find(({ kind }) => kind === 'finalScore');
  if (wanted?.kind !== 'finalScore' || result.final !== null || result.provisional === null) return '';
  const needed = scoreStillNeeded(components, cohort.status === 'finished', wanted.min);
  const minimum = words.score(wanted.min);
  if (needed === null) return words.t('results.needed.outOfReach', { minimum });
  if (needed === 0) return words.t('results.needed.nothing', { minimum });
  return words.t('results.needed.atLeast', { minimum, score: words.score(needed) });
}
