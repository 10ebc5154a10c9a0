/** The API that the tab calls, on plain HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { may } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import { type Answer, nothingHere, Problem, problem, send } from './answer.ts';
import type { House } from './house.ts';
import { routes } from './routes.ts';
import type { CheckToken } from './tokens.ts';

type Given = {
  readonly house: House;
  readonly tokens: CheckToken;
  /** Hears of faults that no user can act on. */
  readonly report: (error: unknown) => void;
};

/** Whether a handler took the request. */
export type Handles = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

const routeTo = async (
  request: IncomingMessage,
  house: House,
  by: StaffMember,
): Promise<Answer> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://api');
  const there = routes.filter(({ path }) => path.test(pathname));
  const route = there.find(({ method }) => method === request.method);
  if (there.length > 0 && route === undefined) return problem('wrong-method');
  if (route === undefined) return nothingHere(404, await house.policy());
  if (!route.acts.some((act) => may(act, by))) {
    await house.refused(route.acts[0], by.id);
    return nothingHere(403, await house.policy());
  }
  const { reference = '' } = route.path.exec(pathname)?.groups ?? {};
  return route.answer({ house, by, query: searchParams, reference, request });
};

const answerTo = async (request: IncomingMessage, { house, tokens }: Given): Promise<Answer> => {
  const checked = await tokens(request.headers.authorization);
  if (checked.kind === 'refused') return problem('sign-in');
  if (checked.kind === 'unavailable') return problem('not-now');
  const by = await house.person(checked.person);
  if (by === undefined || !may('open-tab', by)) {
    await house.refused('open-tab', checked.person);
    return nothingHere(403, await house.policy());
  }
  return routeTo(request, house, by);
};

export const createApi = (given: Given): Handles => ({
  handle: async (request, response) => {
    if (!/^\/api(?:[/?]|$)/u.test(request.url ?? '') || request.url?.startsWith('/api/messages'))
      return false;
    const answer = await answerTo(request, given).catch((error: unknown) => {
      if (error instanceof Problem) return error.answer;
      given.report(error);
      return problem('failed');
    });
    // What was not read of a body is not waited for.
    if (!request.complete) response.setHeader('connection', 'close');
    send(response, answer);
    return true;
  },
});
