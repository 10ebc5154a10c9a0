/** What people do on visits: likely things often, frightening things now and then, and often nothing at all. */
import type { StaffMember } from '../../src/people/staff.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { isOpen } from '../../src/visits/evolve-alarms.ts';
import { outOn } from '../../src/visits/people-out.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { type Instant, minutesAfter } from '../../src/vocabulary.ts';
import { okafor, pat, rao } from '../builders/cast.ts';
import { allWell } from '../builders/visits.ts';
import type { Chance } from './random.ts';

export type Doing = { readonly by: StaffMember; readonly ask: VisitAsk };

type Scene = {
  readonly visit: KnownVisit;
  readonly pair: readonly [StaffMember, StaffMember];
  readonly now: Instant;
  readonly chance: Chance;
};

/** The next thing before anybody has left; once in a while they are simply out already. */
export const beforeLeaving = ({ visit, pair, chance }: Scene): Doing => {
  const [first, second] = pair;
  const who = pair.map(({ id }) => id);
  const { content } = visit;
  const whose = chance.oneOf(pair);
  if (chance.oneIn(25)) return { by: first, ask: { verb: 'help', words: 'please come' } };
  if (chance.oneIn(20))
    return { by: first, ask: { verb: 'already-happened', what: 'depart', who } };
  if (chance.oneIn(40)) return { by: second, ask: { verb: 'cancel', reason: '' } };
  const steps: readonly Doing[] = [
    { by: okafor, ask: { verb: 'open-details', content } },
    { by: okafor, ask: { verb: 'adopt-assessment', content } },
    { by: okafor, ask: { verb: 'approve', content, note: '' } },
    { by: whose, ask: { verb: 'answer-health', adjustment: 'none' } },
    { by: whose, ask: { verb: 'confirm-reading' } },
    { by: whose, ask: { verb: 'check-departure', answers: { ...allWell, device: 'yes' } } },
    { by: first, ask: { verb: 'depart', who } },
    { by: pat, ask: { verb: 'confirm-told' } },
  ];
  return chance.oneOf(steps);
};

/** Somebody who answers alarms deals with one that is open. */
const answering = ({ visit, chance, now }: Scene): Doing | undefined => {
  const open = visit.alarms.filter(isOpen);
  if (open.length === 0) return undefined;
  const alarm = chance.oneOf(open).id;
  const by = chance.oneOf([pat, rao, okafor]);
  const who = visit.proposal.visitors;
  return chance.oneOf<Doing>([
    { by, ask: { verb: 'acknowledge', alarm } },
    { by, ask: { verb: 'spoke', alarm, to: who, dueBack: minutesAfter(now, 40) } },
    { by, ask: { verb: 'spoke', alarm, to: who.slice(0, 1) } },
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
  const answered = chance.oneIn(3) ? undefined : answering(scene);
  if (answered !== undefined) return answered;
  if (visit.status === 'out' && visit.outing.holding !== undefined && chance.oneIn(2))
    return withTheChild(scene);
  return chance.oneIn(9) && outOn(visit).length > 0 ? frightening(scene) : onTheWay(scene);
};
