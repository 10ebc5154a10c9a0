/** An item stands in the list that nothing is known of, and its history does not hold: somebody has to look at it. */
import { holders } from '../people/staff.ts';
import { safeguardingRoles } from '../visits/telling.ts';
import type { VisitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { DiaryClash } from './diary.ts';
import { type OpenPage, putPage } from './page.ts';
import type { World } from './ports.ts';
import { putOutgoing } from './tell.ts';

/** Told once for each revision of the item. Throws DiaryClash where somebody was quicker. */
export const tellUnknown = async (
  world: World,
  id: VisitId,
  found: OpenPage,
  name: string,
): Promise<void> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const text = wordsFor(policy.language).journeys.unknownItem(id);
  const outcome = await world.diary.commit([
    putPage(world, id, found),
    ...holders(roster, safeguardingRoles).map((member) => {
      const message = { kind: 'notice', to: { people: [member.id] }, text } as const;
      const waiting = { recipient: { person: member.id }, message, tries: 0 };
      return putOutgoing(world, id, `${name}.${member.id}`, waiting);
    }),
  ]);
  if (outcome === 'clash') throw new DiaryClash('The page changed since it was read.');
};
