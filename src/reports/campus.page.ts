import { cohortName, cohortState } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import { pageOf, pager } from '../platform/web/paging.js';
import { unmetSentence } from '../results/requirement.page.js';
import type { CampusQuery } from './campus.form.js';
import {
  type CampusState,
  type CampusStudent,
  campusState,
  campusStates,
  matchingStudents,
} from './campus-student.js';
import type { CampusView } from './campus-students.service.js';

const looks: Record<CampusState, { look: string; icon: string }> = {
  qualifies: { look: 'ok', icon: 'check' },
  'on-the-way': { look: '', icon: 'path' },
  withdrawn: { look: 'bad', icon: 'cross' },
};

/** The students of one campus in one cohort. */
export function campusPage(view: CampusView, query: CampusQuery, words: Words) {
  const { campuses, campus, cohorts, cohort, students } = view;
  const { search, state, page } = query;
  const wanted = matchingStudents(students, query);
  const shown = pageOf(wanted, page);
  const ids = { campus: String(campus?.id ?? ''), cohort: String(cohort?.id ?? '') };
  const asked = { ...ids, search, state: state ?? '' };
  return {
    titleText: campus?.name ?? words.t('reports.campus.title'),
    hasCampus: campus !== null,
    ids,
    campuses:
      campuses.length > 1 ? campuses.map((each) => ({ ...each, isCurrent: each.id === campus?.id })) : [],
    cohorts: cohorts.map((each) => ({
      id: each.id,
      name: cohortName(each, words),
      isCurrent: each.id === cohort?.id,
    })),
    cohort: cohort ? `${cohortName(cohort, words)} · ${cohort.label}` : '',
    state: cohort && cohortState(cohort, words),
    figures: campusStates.map((each) => ({
      value: words.number(students.filter((student) => campusState(student) === each).length),
      text: words.t(`reports.campus.figures.${each}`),
    })),
    form: { values: asked, errors: {} },
    isFiltered: search !== '' || state !== null,
    states: campusStates.map((value) => ({ value, text: words.t(`reports.campus.states.${value}`) })),
    rows: shown.rows.map((student) => studentRow(student, namesOf(view), words)),
    pager: pager('/campus', asked, shown),
  };
}

const namesOf = ({ cohort }: CampusView) =>
  new Map((cohort?.rules.components ?? []).map(({ key, name }) => [key, name]));

function studentRow(student: CampusStudent, names: ReadonlyMap<string, string>, words: Words) {
  const { name, nim, studyProgramme, standing, evaluation } = student;
  const { presentMeetings, heldMeetings, requiredActivities, result } = standing;
  const state = campusState(student);
  const unmet = evaluation.outcomes.filter((outcome) => outcome.state === 'unmet');
  return {
    name,
    detail: [nim, studyProgramme].filter(Boolean).join(' · '),
    attendance: words.t('reports.campus.part', { part: presentMeetings, whole: heldMeetings }),
    progress: words.t('reports.campus.part', {
      part: requiredActivities.filter(({ isDone }) => isDone).length,
      whole: requiredActivities.length,
    }),
    result: result.score === null ? '–' : words.score(result.score),
    isProvisional: result.score !== null && !result.isFinal,
    ...looks[state],
    state: words.t(`reports.campus.states.${state}`),
    why: state === 'on-the-way' ? unmet.map((outcome) => unmetSentence(outcome, names, words)) : [],
  };
}
