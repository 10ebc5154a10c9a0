/** What people do on visits: likely things often, frightening things now and then, and often nothing at all. */
import { holders, type StaffMember } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { isOpen } from '../../src/visits/evolve-alarms.ts';
import { outOn } from '../../src/visits/people-out.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { type Instant, minutesAfter } from '../../src/vocabulary.ts';
import { okafor, pat, rao, roster } from '../builders/cast.ts';
import { everyCheck } from '../builders/visits.ts';
import { ash, hale, lee } from '../policy/six-packs.ts';
import type { Chance } from './random.ts';

const everyone = [...roster, hale, ash, lee];

export type Doing = { readonly by: StaffMember; readonly ask: VisitAsk };

type Scene = {
  readonly visit: KnownVisit;
  readonly pair: readonly [StaffMember, StaffMember];
  readonly now: Instant;
  readonly policy: Policy;
  readonly chance: Chance;
};

/** What comes next before anybody has left, mostly all of it; once in a while they are simply out already. */
export const beforeLeaving = (scene: Scene): readonly Doing[] => {
  const { visit, pair, chance } = scene;
  const [first, second] = pair;
  const who = pair.map(({ id }) => id);
  if (chance.oneIn(30)) return [{ by: first, ask: { verb: 'help', words: 'please come' } }];
  if (chance.oneIn(30)) return [{ by: first, ask: { verb: 'child-alone', words: '' } }];
  if (chance.oneIn(12))
    return [{ by: first, ask: { verb: 'already-happened', what: 'depart', who } }];
  if (chance.oneIn(40)) return [{ by: second, ask: { verb: 'cancel', reason: '' } }];
  const steps = visit.status === 'approved' ? leaving(scene) : deciding(scene);
  return chance.oneIn(4) ? [chance.oneOf(steps)] : steps;
};

const deciding = ({ visit: { content }, policy, chance }: Scene): readonly Doing[] => [
  ...adopting({ content, policy }),
  {
    by: chance.oneIn(8) ? okafor : chance.oneOf(holders(everyone, policy.approval.roles)),
    ask: { verb: 'approve', content, note: 'Yes, at that hour' },
  },
];

const adopting = (given: { readonly content: string; readonly policy: Policy }) =>
  holders(everyone, given.policy.risk.adoptedBy).flatMap((by): readonly Doing[] => [
    { by, ask: { verb: 'open-details', content: given.content } },
    { by, ask: { verb: 'adopt-assessment', content: given.content } },
  ]);

const answers = everyCheck;

const leaving = ({ visit, pair, policy, chance }: Scene): readonly Doing[] => {
  const who = pair.map(({ id }) => id);
  const told = holders(everyone, policy.departure.notify);
  return [
    ...adopting({ content: visit.content, policy }),
    ...pair.flatMap((by): readonly Doing[] => [
      { by, ask: { verb: 'answer-health', adjustment: 'none' } },
      { by, ask: { verb: 'confirm-reading' } },
      { by, ask: { verb: 'agree-code-word' } },
      { by, ask: { verb: 'check-departure', answers } },
    ]),
    { by: pair[0], ask: { verb: 'depart', who } },
    // No gate ever keeps people from saying that they have left.
    ...(chance.oneIn(2)
      ? [{ by: pair[0], ask: { verb: 'already-happened', what: 'depart', who } } as const]
      : []),
    ...told.slice(0, 2).map((by): Doing => ({ by, ask: { verb: 'confirm-told' } })),
  ];
};

/** Somebody who answers alarms deals with one that is open. */
const answering = ({ visit, chance, now }: Scene): Doing | undefined => {
  const asked = visit.handover?.by === undefined ? visit.handover?.asked?.at(-1) : undefined;
  const whose = everyone.find(({ id }) => id === asked?.person);
  if (whose !== undefined && chance.oneIn(2)) return { by: whose, ask: { verb: 'take-over' } };
  const open = visit.alarms.filter(isOpen);
  if (open.length === 0) return undefined;
  const alarm = chance.oneOf(open).id;
  const by = chance.oneOf([pat, rao, okafor]);
  const who = visit.proposal.visitors;
  return chance.oneOf<Doing>([
    { by, ask: { verb: 'acknowledge', alarm } },
    { by, ask: { verb: 'spoke', alarm, to: who, dueBack: minutesAfter(now, 40) } },
    { by, ask: { verb: 'spoke', alarm, to: who.slice(0, 1) } },
    { by, ask: { verb: 'no-answer', alarm, to: who } },
    { by, ask: { verb: 'stand-down', alarm, spokeTo: who } },
    { by, ask: { verb: 'stand-down', alarm, spokeTo: who } },
    { by, ask: { verb: 'record-police', alarm, called: '999', reference: 'L1', words: '' } },
  ]);
};

/** The way there, the door, the home and the way back, in any order that people may press. */
const onTheWay = ({ visit, pair, chance, now }: Scene): Doing => {
  const by = chance.oneOf([...pair, pat]);
  const all = visit.proposal.visitors;
  const who = chance.oneIn(3) ? all.slice(0, 1) : all;
  return chance.oneOf<Doing>([
    { by, ask: { verb: 'nearly-there', who } },
    { by, ask: { verb: 'arrive', who } },
    { by, ask: { verb: 'arrive', who: all } },
    { by, ask: { verb: 'wait', who } },
    { by, ask: { verb: 'notice-of-lateness', expected: minutesAfter(now, 15) } },
    { by, ask: { verb: 'meet', who, spokeTo: 'Mrs O’Neill', footing: 'parent' } },
    { by, ask: entering(who, chance) },
    { by, ask: entering(all, chance) },
    { by, ask: { verb: 'already-happened', what: 'enter', who } },
    { by, ask: { verb: 'parent-left' } },
    { by, ask: { verb: 'leave', who, next: 'school' } },
    { by, ask: { verb: 'extend', dueBack: minutesAfter(now, 30 + chance.upTo(60)) } },
    { by, ask: { verb: 'change-plan', what: 'Calling at the shop' } },
    { by, ask: { verb: 'go-upstairs', why: 'Asked to', with: 'Mrs O’Neill' } },
    { by, ask: { verb: 'return', who } },
    { by, ask: { verb: 'return', who: all } },
    { by, ask: { verb: 'feel-unsafe', reason: '' } },
    { by, ask: { verb: 'turn-back', reason: '' } },
    { by, ask: { verb: 'all-well' } },
  ]);
};

const entering = (who: KnownVisit['proposal']['visitors'], chance: Chance): VisitAsk => ({
  verb: 'enter',
  who,
  invitedBy: chance.oneIn(6) ? 'child' : 'parent',
  parentPresent: !chance.oneIn(6),
  animals: chance.oneIn(8) ? 'loose' : 'none',
  hazards: '',
});

const frightening = ({ visit, pair, chance }: Scene): Doing => {
  const by = chance.oneOf(pair);
  const who = visit.proposal.visitors;
  return chance.oneOf<Doing>([
    { by, ask: { verb: 'help', words: 'please come' } },
    { by, ask: { verb: 'danger', words: '' } },
    { by, ask: { verb: 'unwell', words: '' } },
    { by, ask: { verb: 'injured', words: '' } },
    { by, ask: { verb: 'leave-unsafe', who } },
    { by, ask: { verb: 'safe-now', who } },
    { by, ask: { verb: 'child-alone', words: '' } },
    { by, ask: { verb: 'child-alone', words: 'asleep' } },
    { by, ask: { verb: 'child-in-danger', words: 'shouting' } },
    { by, ask: { verb: 'call-me' } },
  ]);
};

const withTheChild = ({ pair, chance }: Scene): Doing => {
  const by = chance.oneOf(pair);
  const advice = { advice: 'Stay', called: '101', callReference: '7', referred: false } as const;
  return chance.oneOf<Doing>([
    { by, ask: { verb: 'all-well' } },
    {
      by,
      ask: { verb: 'hand-over', to: 'Mrs O’Neill', relation: 'grandmother', policeReference: '' },
    },
    { by: rao, ask: { verb: 'advise', ...advice } },
  ]);
};

/** What happens next to people who are out, or were. */
export const whileOut = (scene: Scene): Doing => {
  const { visit, chance } = scene;
  const answered = chance.oneIn(2) ? undefined : answering(scene);
  if (answered !== undefined) return answered;
  if (visit.status === 'out' && visit.outing.holding !== undefined && chance.oneIn(2))
    return withTheChild(scene);
  return chance.oneIn(9) && outOn(visit).length > 0 ? frightening(scene) : onTheWay(scene);
};
