/** The registers over HTTP: `GET /api/registers`, and what is changed in them. */
import { type RegisterVerb, registerAccess } from '../people/access.ts';
import { nothingHere, ok, Problem, problem, refused } from './answer.ts';
import { readAsked } from './body.ts';
import type { Call, Route } from './call.ts';

const show = async ({ house, by }: Call) => ok(await house.registers.see(by));

const isRegisterVerb = (verb: string): verb is RegisterVerb => Object.hasOwn(registerAccess, verb);

const change = async ({ house, by, request }: Call) => {
  const { verb, inputs, command } = await readAsked(request);
  if (verb === undefined || !isRegisterVerb(verb)) throw new Problem(problem('bad-request'));
  const answer = await house.registers.change({ verb, inputs, command, by: by.id });
  if (answer.kind === 'refused')
    return answer.refusals.some(({ rule }) => rule === 'access/not-yours')
      ? nothingHere(403, await house.policy())
      : refused(answer.refusals);
  const registers = await house.registers.see(by);
  return ok({ accepted: true, now: house.now(), note: answer.note, registers });
};

export const registersRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/registers$/u, acts: ['page-registers'], answer: show },
  {
    method: 'POST',
    path: /^\/api\/registers\/commands$/u,
    acts: ['page-registers'],
    answer: change,
  },
];
