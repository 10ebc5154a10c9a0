/** Code words and silent alarms, as chat and tab come to them. */
import { duressAfter } from '../duress/duress.ts';
import { may, notForYou } from '../people/access.ts';
import { memberOf } from '../people/staff.ts';
import { refusal } from '../policy/refusal.ts';
import type { CommandId, PersonId, Refusal } from '../vocabulary.ts';
import { keepCodeWord, schoolOwner } from './code-words.ts';
import { handleDuress, openDuress } from './duress.ts';
import { listenIn } from './listen.ts';
import type { VisitView, World } from './ports.ts';
import { referredTo } from './random-reference.ts';

/** An answer to a silent alarm. */
type DuressPress = {
  readonly verb: 'acknowledge-duress' | 'stand-down-duress';
  readonly reference: string;
  readonly spokeTo: readonly PersonId[];
  readonly command: CommandId;
  readonly by: PersonId;
};

type Written = {
  readonly texts: Readonly<Record<string, string>>;
  readonly by: PersonId;
  readonly command: CommandId;
};

export type DuressDoor = {
  /** What was written with nothing left of a code word, where there was one: those who answer alarms are being told. */
  readonly listen: (written: Written) => Promise<Readonly<Record<string, string>> | undefined>;
  /** One code word for the whole school. What speaks against it, or nothing. */
  readonly agreeForSchool: (phrase: string, by: PersonId) => Promise<readonly Refusal[]>;
  /** What speaks against it, or nothing. */
  readonly press: (asked: DuressPress) => Promise<readonly Refusal[]>;
};

export const duressDoor = (
  world: World,
  views: () => Promise<readonly VisitView[]>,
): DuressDoor => ({
  listen: (written) => listenIn(world, views, written),
  agreeForSchool: async (phrase, by) => {
    const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
    const verb = 'agree-school-code-word';
    if (!may(verb, memberOf(roster, by))) {
      await world.note({ what: 'refused', verb, by });
      return [notForYou(policy)];
    }
    if (!(await keepCodeWord(world, schoolOwner, { phrase, until: undefined })))
      return [refusal(policy, 'code/too-short', { field: 'phrase' })];
    await world.note({ what: 'changed', verb, by });
    return [];
  },
  press: async ({ verb, reference, spokeTo, command, by }) => {
    const about = await referredTo(world, reference);
    if (about === undefined) {
      await world.note({ what: 'refused', verb, by });
      return [notForYou(await world.policy())];
    }
    // One that is over answers nothing for another that has begun since.
    const now = duressAfter((await openDuress(world, about)).kept.events);
    if (now.status === 'none' || now.reference !== reference) return [];
    const asked = verb === 'stand-down-duress' ? { verb, spokeTo } : { verb };
    const told = await handleDuress(world, about, { ...asked, id: command, by });
    if (told.kind === 'done') return [];
    await world.note({ what: 'refused', verb, by });
    return told.refusals;
  },
});
