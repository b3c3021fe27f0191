import { Enrolment } from '../cohorts/enrolment.entity.js';
import { GroupMember } from '../cohorts/group.entity.js';
import { Campus } from '../people/campus.entity.js';
import { demoTable } from './demo-files.js';
import type { DemoStage } from './demo-stage.js';

/** What happens to a learner that happens to few; `content/demo/stories.csv` names them. */
type Story = 'absent' | 'remedial' | 'sick' | 'withdrawn';

/** A learner of the demo: how able and how faithful decides what they do. */
export interface DemoLearner {
  enrolmentId: number;
  personId: number;
  email: string | null;
  /** Told apart from all others in every demo, so that chance may hang on it. */
  key: string;
  classGroupId: number;
  teamId: number;
  pairId: number;
  story: Story | null;
  /** 0 to 99 */
  ability: number;
}

export async function demoLearners(
  stage: DemoStage,
  cohortId: number,
  ordinal: number,
): Promise<DemoLearner[]> {
  const stories = await demoTable<'cohort' | 'campus' | 'nim' | 'story'>('stories.csv');
  const storyOf = new Map(
    stories.map((one) => [`${one.cohort} ${one.campus} ${one.nim}`, one.story as Story]),
  );
  return await stage.units.inTransaction(async (manager) => {
    const campuses = new Map((await manager.find(Campus)).map(({ id, key }) => [id, key]));
    const members = await manager.find(GroupMember, { where: { group: { cohortId } } });
    const groupsOf = Map.groupBy(members, ({ enrolmentId }) => enrolmentId);
    const enrolments = await manager.find(Enrolment, {
      where: { cohortId },
      relations: { person: true, studentRecord: true },
      order: { id: 'ASC' },
    });
    return enrolments.map(({ id, personId, person, studentRecord }) => {
      const groups = new Map(groupsOf.get(id)?.map(({ kind, groupId }) => [kind, groupId]));
      const key = `${ordinal} ${campuses.get(studentRecord?.campusId ?? 0)} ${studentRecord?.nim}`;
      return {
        enrolmentId: id,
        personId,
        email: person.emailNorm,
        key,
        classGroupId: groups.get('class') ?? 0,
        teamId: groups.get('team') ?? 0,
        pairId: groups.get('pair') ?? 0,
        story: storyOf.get(key) ?? null,
        ability: abilityOf(stage, key),
      };
    });
  });
}

/** Most are in the middle: the mean of three throws. */
function abilityOf(stage: DemoStage, key: string): number {
  const chance = stage.chance(`ability ${key}`);
  return Math.floor((chance.below(100) + chance.below(100) + chance.below(100)) / 3);
}
