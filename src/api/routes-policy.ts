/** The school's policy over HTTP. */
import { policyVerbs } from '../journeys/policy-door.ts';
import { may } from '../people/access.ts';
import { type Answer, nothingHere, ok, Problem, problem, refused } from './answer.ts';
import { readAsked } from './body.ts';
import type { Call, Route } from './call.ts';

const show = async ({ house, by }: Call): Promise<Answer> => {
  const policy = await house.policyDoor.see(by.id);
  if (policy === undefined) return nothingHere(404, await house.policy());
  return ok({ now: house.now(), policy });
};

const monitoring = async ({ house, by }: Call): Promise<Answer> => {
  const counts = await house.policyDoor.monitoring(by.id);
  if (counts !== undefined) return ok({ now: house.now(), monitoring: counts });
  await house.refused('see-monitoring', by.id);
  return nothingHere(403, await house.policy());
};

const copy = async ({ house }: Call): Promise<Answer> =>
  ok({ now: house.now(), html: await house.policyDoor.copy() });

const check = async ({ house, by, request }: Call): Promise<Answer> => {
  const { inputs } = await readAsked(request);
  return ok({ now: house.now(), ...(await house.policyDoor.check({ inputs, by: by.id })) });
};

const press = async ({ house, by, request }: Call): Promise<Answer> => {
  const { verb: named, inputs, command } = await readAsked(request);
  const verb = policyVerbs.find((one) => one === named);
  if (verb === undefined) throw new Problem(problem('bad-request'));
  if (!may(verb, by)) {
    await house.refused(verb, by.id);
    return nothingHere(403, await house.policy());
  }
  const answer = await house.policyDoor.press({ verb, inputs, command, by: by.id });
  if (answer.kind === 'refused') return refused(answer.refusals);
  const policy = await house.policyDoor.see(by.id);
  return ok({ accepted: true, now: house.now(), policy, note: answer.note });
};

export const policyRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/policy$/u, acts: ['page-policy'], answer: show },
  {
    method: 'GET',
    path: /^\/api\/policy\/monitoring$/u,
    acts: ['see-monitoring'],
    answer: monitoring,
  },
  { method: 'GET', path: /^\/api\/policy\/copy$/u, acts: ['page-policy'], answer: copy },
  { method: 'POST', path: /^\/api\/policy\/check$/u, acts: ['propose-policy'], answer: check },
  { method: 'POST', path: /^\/api\/policy\/commands$/u, acts: ['page-policy'], answer: press },
];
