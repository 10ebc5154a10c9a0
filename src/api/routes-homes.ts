/** Homes and the assessments that stand, over HTTP. */
import { homesVerbs } from '../journeys/homes-press.ts';
import { may } from '../people/access.ts';
import { nothingHere, ok, Problem, problem, refused } from './answer.ts';
import { readAsked } from './body.ts';
import type { Call, Route } from './call.ts';

const nothing = async ({ house, by }: Call, status: 403 | 404, tried: string): Promise<Problem> => {
  await house.refused(tried, by.id);
  return new Problem(nothingHere(status, await house.policy()));
};

const list = async ({ house, by }: Call) =>
  ok({ now: house.now(), homes: await house.homes.list(by.id) });

const one = async (call: Call) => {
  const { house, by, query } = call;
  const home = await house.homes.one(query.get('key') ?? '', by.id);
  if (home === undefined) throw await nothing(call, 404, 'page-homes');
  return ok({ now: house.now(), home });
};

const before = async ({ house, by, query }: Call) => {
  const address = (query.get('address') ?? '').slice(0, 300);
  return ok({ now: house.now(), before: await house.homes.before(address, by.id) });
};

const standing = async ({ house, by }: Call) =>
  ok({
    now: house.now(),
    standing: await house.homes.standing(by.id),
    people: may('renew-standing', by) ? await house.colleagues('', by) : [],
  });

const press = async (call: Call) => {
  const { house, by } = call;
  const { verb: named, inputs, command } = await readAsked(call.request);
  const verb = homesVerbs.find((each) => each === named);
  if (verb === undefined) throw new Problem(problem('bad-request'));
  if (!may(verb, by)) throw await nothing(call, 403, verb);
  const pressed = await house.homes.press({ verb, inputs, command, by: by.id });
  return pressed.kind === 'refused'
    ? refused(pressed.refusals)
    : ok({ accepted: true, now: house.now(), note: pressed.note });
};

export const homesRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/homes$/u, acts: ['page-homes'], answer: list },
  { method: 'GET', path: /^\/api\/homes\/one$/u, acts: ['page-homes'], answer: one },
  {
    method: 'GET',
    path: /^\/api\/homes\/before-asking$/u,
    acts: ['look-before-asking'],
    answer: before,
  },
  { method: 'GET', path: /^\/api\/homes\/standing$/u, acts: ['read-general'], answer: standing },
  { method: 'POST', path: /^\/api\/homes\/commands$/u, acts: ['page-homes'], answer: press },
];
