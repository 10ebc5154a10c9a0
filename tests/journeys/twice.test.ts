/** Whatever is pressed, from wherever a visit stands: pressed once more it changes nothing. */
import { afterEach, expect, it } from '@jest/globals';
import type { VisitAsk } from '../../src/visits/command.ts';
import { verbsFor } from '../../src/visits/offers.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { jo, okafor, pat, policy, rao, sam } from '../builders/cast.ts';
import { everyVerb } from '../builders/every-verb.ts';
import { entering } from '../builders/visits.ts';
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

const clock = createClock();
const opened: Playing[] = [];
afterEach(() => Promise.all(opened.splice(0).map(({ kept }) => kept.close())));

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

/** In a world of its own: what one visit taught of a home is no other's matter. */
const standingAt = async (steps: Standing) => {
  clock.set('09:00');
  const playing = await openWorld({ tenant: memoryBooks(), clock });
  opened.push(playing);
  const id = await ask(playing);
  await act(playing, id, okafor, await approving(playing, id));
  clock.set('13:50');
  await makeReady(playing, id);
  for (const [by, each] of steps) await act(playing, id, by, each);
  return { id, playing, visit: await playing.visit(id) };
};

/** Those who are offered it, and what they would say. */
const offered = (visit: KnownVisit) => {
  const who = [sam, okafor, pat, rao];
  const verbs = new Set(who.flatMap((one) => verbsFor(visit, one, policy)));
  return [...verbs].flatMap((verb) => {
    const by = who.find((one) => verbsFor(visit, one, policy).includes(verb));
    return by === undefined || verb === 'new-visit' || verb === 'log-call' ? [] : [{ by, verb }];
  });
};

it.each(Object.entries(standings))(
  'changes nothing and tells nobody the second time: %s',
  async (_name, steps) => {
    let changed = 0;
    for (const { by, verb } of offered((await standingAt(steps)).visit)) {
      const { id, playing, visit } = await standingAt(steps);
      const ask = everyVerb[verb].ask(visit);
      const press = async () => {
        await act(playing, id, by, ask, { id: `${id} ${verb}` });
        await playing.runner.settle();
        const { alarms } = await playing.visit(id);
        return { verb, events: await playing.events(id), alarms, sent: playing.sent.length };
      };
      const before = (await playing.events(id)).length;
      const once = await press();
      changed += once.events.length > before ? 1 : 0;
      expect(await press()).toEqual(once);
    }
    expect(changed).toBeGreaterThan(3);
  },
  120_000,
);
