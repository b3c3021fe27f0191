import type { Words } from '../platform/i18n/words.js';
import { type PageOfRows, pager } from '../platform/web/paging.js';
import { cohortHead } from './cohort.page.js';
import type { Cohort } from './cohort.entity.js';
import type { GroupKind } from './group.entity.js';
import type { GroupRow } from './group-list.service.js';

const kinds: readonly GroupKind[] = ['class', 'team', 'pair'];

export const groupsPage = (cohort: Cohort, kind: GroupKind, groups: PageOfRows<GroupRow>, words: Words) => ({
  titleText: words.t('cohorts.groups.title', { name: cohort.label }),
  ...cohortHead(cohort, words),
  kinds: kinds.map((each) => ({
    kind: each,
    text: words.t(`cohorts.groups.kinds.${each}`),
    isCurrent: each === kind,
  })),
  kind: words.t(`cohorts.groups.kinds.${kind}`),
  groups: groups.rows.map(({ name, supervisor, members }) => ({
    name,
    supervisor: supervisor || '–',
    size: words.t('cohorts.groups.size', { count: members.length }),
    members: members.join(', ') || '–',
  })),
  pager: pager(`/cohorts/${cohort.id}/groups`, { kind }, groups),
});
