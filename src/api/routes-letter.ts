/** The letter to parents about a visit, over HTTP: for whoever sees the visit. */
import { type Answer, nothingHere, ok, Problem } from './answer.ts';
import type { Call, Route } from './call.ts';

/** What is not theirs, is not there, or has nothing to confirm, is answered and put on record alike. */
const letter = async ({ house, by, reference }: Call): Promise<Answer> => {
  const file = await house.letter(reference, by);
  if (file === undefined) {
    await house.refused('see-visit', by.id);
    throw new Problem(nothingHere(404, await house.policy()));
  }
  const { name, bytes } = file;
  return ok({ now: house.now(), file: { name, base64: Buffer.from(bytes).toString('base64') } });
};

export const letterRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/api\/visits\/(?<reference>[\w-]{1,60})\/letter$/u,
    acts: ['page-visit'],
    answer: letter,
  },
];
