/** The week's list over HTTP. */
import { listVerbs } from '../journeys/weekly-press.ts';
import { may } from '../people/access.ts';
import { nothingHere, ok, Problem, problem, refused } from './answer.ts';
import { readAsked } from './body.ts';
import type { Call, Route } from './call.ts';

const weekIn = ({ query }: Call): string | undefined => query.get('week') ?? undefined;

const nothing = async ({ house, by }: Call): Promise<Problem> => {
  await house.refused('page-weekly-list', by.id);
  return new Problem(nothingHere(404, await house.policy()));
};

const show = async (call: Call) => {
  const list = await call.house.weeklyList.see(weekIn(call), call.by.id);
  if (list === undefined) throw await nothing(call);
  return ok({ now: call.house.now(), list });
};

const copy = async (call: Call) => {
  const id = call.query.get('copy') ?? '';
  const found = await call.house.weeklyList.copy(weekIn(call) ?? '', id, call.by.id);
  if (found === undefined) throw await nothing(call);
  return ok({ now: call.house.now(), copy: found });
};

const press = async (call: Call) => {
  const { verb: named, inputs, command } = await readAsked(call.request);
  const verb = listVerbs.find((one) => one === named);
  if (verb === undefined) throw new Problem(problem('bad-request'));
  const { house, by } = call;
  if (!may(verb, by)) {
    await house.refused(verb, by.id);
    throw new Problem(nothingHere(403, await house.policy()));
  }
  const { week = '', ...rest } = inputs;
  const answer = await house.weeklyList.press({ verb, week, inputs: rest, command, by: by.id });
  if (answer.kind === 'refused') return refused(answer.refusals);
  return ok({ accepted: true, now: house.now(), list: answer.list, note: answer.note });
};

export const weeklyListRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/weekly-list$/u, acts: ['page-weekly-list'], answer: show },
  { method: 'GET', path: /^\/api\/weekly-list\/copy$/u, acts: ['page-weekly-list'], answer: copy },
  {
    method: 'POST',
    path: /^\/api\/weekly-list\/commands$/u,
    acts: ['page-weekly-list'],
    answer: press,
  },
];
