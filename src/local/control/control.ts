import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { instant } from '../../vocabulary.ts';
import { offsetAsked } from '../clock.ts';
import { type Answer, createRouter, type Handler, HttpProblem, ok, type Router } from '../http.ts';
import { textOf } from '../json.ts';
import type { Supervisor } from '../supervisor.ts';
import { channels, people } from '../tenant.ts';
import type { World } from '../world.ts';
import type { Packs } from './packs.ts';
import { policyInShort } from './policy.ts';
import { askAsTab } from './tab.ts';

export type ControlGiven = {
  readonly world: () => World;
  readonly address: () => string;
  readonly productAddress: string;
  readonly packs: Packs;
  readonly supervisor: Supervisor | undefined;
  readonly token: (body: unknown) => Promise<string>;
  /** Back to the fresh tenant. */
  readonly startAfresh: () => Promise<void>;
};

type Routes = Readonly<Record<string, Handler>>;

const said = (value: unknown, name: string): string => {
  const text = textOf(value);
  if (text === undefined) throw new HttpProblem(400, { error: `say { ${name} }` });
  return text;
};

const appState = z.enum(['installed', 'absent', 'blocked']);

const followsWithinMs = 3_000;

/** What a person did has been told to everyone and stands in the lists before the answer goes back, where it takes no longer than this. */
const followed = async ({ world, supervisor }: ControlGiven, answer: Answer): Promise<Answer> => {
  const settled = supervisor?.tellClock(world().clock.offsetMs());
  await Promise.race([settled, pause(followsWithinMs, undefined, { ref: false })]);
  world().connector.stirred();
  return answer;
};

const peopleRoutes = (given: ControlGiven): Routes => ({
  'GET /local/people': () =>
    ok(
      people.map(({ id, name, title, roles }) => {
        return { id, name, title, roles, app: given.world().connector.appState(id) };
      }),
    ),
  'GET /local/people/{id}/chat': async (_call, param) =>
    ok(await given.world().connector.chat(param('id'))),
  'POST /local/people/{id}/chat': async ({ json: { text } }, param) =>
    followed(given, await given.world().connector.write(param('id'), said(text, 'text'))),
  'POST /local/people/{id}/chat/{message}/edit': async ({ json: { text } }, param) =>
    followed(
      given,
      await given.world().connector.edit(param('id'), param('message'), said(text, 'text')),
    ),
  'POST /local/people/{id}/click': async ({ json }, param) =>
    followed(given, await given.world().connector.press(param('id'), json)),
  'POST /local/people/{id}/tab': async ({ json }, param) =>
    followed(given, ok(await askAsTab(given, param('id'), json))),
  'GET /local/people/{id}/dialogs': (_call, param) =>
    ok(given.world().connector.dialogs(param('id'))),
  'POST /local/people/{id}/app': ({ json: { state } }, param) => {
    const wanted = appState.safeParse(state);
    if (!wanted.success) throw new HttpProblem(400, { error: 'installed, absent or blocked?' });
    return given.world().connector.setApp(param('id'), wanted.data);
  },
});

const channelRoutes = (given: ControlGiven): Routes => ({
  'GET /local/channels': () => ok(channels.map(({ name, id, members }) => ({ name, id, members }))),
  'GET /local/channels/{name}': async ({ query }, param) =>
    ok(await given.world().connector.channel(param('name'), query.get('person') ?? undefined)),
  'POST /local/channels/{name}/click': async ({ json }, param) =>
    followed(
      given,
      await given
        .world()
        .connector.pressInChannel(param('name'), said(json['person'], 'person'), json),
    ),
});

const clockRoutes = ({ world, supervisor }: ControlGiven): Routes => {
  const told = () => {
    const { clock } = world();
    return { now: clock.now().toISOString(), offsetMs: clock.offsetMs() };
  };
  return {
    'GET /local/clock': () => ok(told()),
    'POST /local/clock': async ({ json }) => {
      const { clock, connector } = world();
      clock.set(offsetAsked(json, clock));
      const settled = (await supervisor?.tellClock(clock.offsetMs())) ?? false;
      connector.stirred();
      return ok({ ...told(), settled });
    },
  };
};

const faultRoutes = ({ world }: ControlGiven): Routes => ({
  'GET /local/faults': () => ok(world().faults.list()),
  'POST /local/faults': ({ json }) => ({ status: 201, body: world().faults.add(json) }),
  'DELETE /local/faults': () => {
    world().faults.clear();
    return ok([]);
  },
  'GET /local/usage': () => ok(world().meter.usage()),
  'DELETE /local/usage': () => {
    world().meter.reset();
    return ok(world().meter.usage());
  },
});

const processRoutes = (given: ControlGiven): Routes => {
  const { supervisor, packs, world } = given;
  const told = () => ({ tenant: process.pid, product: supervisor?.pid() ?? null });
  const restart = async () => {
    if (!supervisor) throw new HttpProblem(409, { error: 'no product is run from here' });
    await supervisor.restart();
    world().connector.stirred();
    return ok(told());
  };
  return {
    'GET /local/processes': () => ok(told()),
    'POST /local/product/restart': restart,
    'GET /local/addresses': () => ok({ product: given.productAddress, tenant: given.address() }),
    'GET /local/packs': () => ok({ current: packs.current(), packs: packs.list() }),
    'GET /local/policy': () =>
      ok(policyInShort(packs.current(), instant(world().clock.now().toISOString()))),
    'POST /local/packs': ({ json: { pack } }) => {
      packs.choose(pack);
      return supervisor ? restart() : ok({ current: packs.current() });
    },
    'DELETE /local': async () => {
      await given.startAfresh();
      return ok(told());
    },
  };
};

/** The control interface: how tests and the workbench act as people, move the clock and break things. */
export const createControl = (given: ControlGiven): Router =>
  createRouter({
    ...peopleRoutes(given),
    ...channelRoutes(given),
    ...clockRoutes(given),
    ...faultRoutes(given),
    ...processRoutes(given),
    'POST /local/token': async ({ json }) => ok({ token: await given.token(json) }),
  });
