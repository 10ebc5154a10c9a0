/** Whatever is pressed, from wherever a visit stands: pressed once more it changes nothing. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type VisitVerb, visitAccess } from '../../src/people/access.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { instant, type VisitId } from '../../src/vocabulary.ts';
import { jo, okafor, pat, rao, sam } from '../builders/cast.ts';
import { allWell, entering, form } from '../builders/visits.ts';
import { memoryBooks } from '../soak/memory-books.ts';
import {
  act,
  approving,
  ask,
  createClock,
  makeReady,
  openWorld,
  type Playing,
  who,
} from './world.ts';

let playing: Playing;
const clock = createClock();
beforeEach(async () => {
  clock.set('09:00');
  playing = await openWorld({ tenant: memoryBooks(), clock });
});
afterEach(() => playing.kept.close());

/** What each verb says where it says anything. */
const said: Readonly<Partial<Record<VisitVerb, object>>> = {
  submit: { form: form() },
  edit: { form: form({ people: 'Mother' }) },
  decline: { reason: 'No' },
  'ask-for-changes': { what: 'Later' },
  approve: { note: '' },
  'check-departure': { answers: allWell },
  'already-happened': { what: 'enter' },
  enter: entering,
  extend: { dueBack: instant('2026-11-24T16:30:00Z') },
  'answer-health': { adjustment: 'none' },
  'hand-over': { to: 'Mrs O’Neill', relation: 'aunt', policeReference: '' },
  advise: { advice: 'Stay', called: 'nobody', callReference: '', referred: false },
  meet: { spokeTo: 'Mrs O’Neill', footing: 'parent' },
  'record-police': { called: '999', reference: '', words: '' },
  'plan-round': {
    round: { round: 'r1', name: 'Round', dueBack: instant('2026-11-24T16:00:00Z') },
  },
  'change-plan': { what: 'Shop' },
};

const asking = (verb: VisitVerb, content: string, alarm: string): VisitAsk =>
  ({
    verb,
    content,
    alarm,
    who,
    to: who,
    spokeTo: who,
    reason: 'A reason',
    words: '',
    next: '',
    note: '',
    why: '',
    with: '',
    from: okafor.id,
    ...said[verb],
  }) as unknown as VisitAsk;

const verbs = (Object.keys(visitAccess) as VisitVerb[]).filter(
  (verb) => verb !== 'new-visit' && verb !== 'log-call',
);

type Standing = readonly (readonly [typeof sam, VisitAsk])[];
const standings: Readonly<Record<string, Standing>> = {
  approved: [],
  out: [[sam, { verb: 'depart', who }]],
  inside: [
    [sam, { verb: 'depart', who }],
    [sam, { verb: 'arrive', who }],
    [sam, entering],
  ],
  'holding, with help asked for': [
    [sam, { verb: 'depart', who }],
    [sam, { verb: 'arrive', who }],
    [sam, { verb: 'child-alone', words: '' }],
    [jo, { verb: 'help', words: '' }],
  ],
  returned: [
    [sam, { verb: 'depart', who }],
    [sam, { verb: 'return', who }],
  ],
};

const standingAt = async (steps: Standing): Promise<VisitId> => {
  clock.set('09:00');
  const id = await ask(playing);
  await act(playing, id, okafor, await approving(playing, id));
  clock.set('13:50');
  await makeReady(playing, id);
  for (const [by, each] of steps) await act(playing, id, by, each);
  return id;
};

it.each(Object.entries(standings))(
  'changes nothing the second time: %s',
  async (_name, steps) => {
    let changed = 0;
    for (const verb of verbs) {
      const id = await standingAt(steps);
      const { content, alarms } = await playing.visit(id);
      const by = [sam, okafor, pat, rao].find((one) => mayPress(verb, one.roles)) ?? sam;
      const pressed = asking(verb, content, alarms.at(-1)?.id ?? '');
      const first = (await playing.events(id)).length;
      await act(playing, id, by, pressed, { id: `${id} ${verb}` });
      const once = await playing.events(id);
      changed += once.length > first ? 1 : 0;
      await act(playing, id, by, pressed, { id: `${id} ${verb}` });
      expect({ verb, events: await playing.events(id) }).toEqual({ verb, events: once });
      await act(playing, id, pat, { verb: 'already-happened', what: 'return', who });
    }
    expect(changed).toBeGreaterThan(8);
  },
  120_000,
);

const mayPress = (verb: VisitVerb, roles: readonly string[]): boolean => {
  const grants: readonly string[] = visitAccess[verb];
  return (
    roles.some((role) => grants.includes(role)) ||
    (grants.includes('approver') && roles.includes('headteacher'))
  );
};
