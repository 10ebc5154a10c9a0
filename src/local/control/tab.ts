import { z } from 'zod';
import { HttpProblem } from '../http.ts';
import { parseJson } from '../json.ts';

const asked = z.object({
  method: z.enum(['GET', 'POST']),
  path: z.string().regex(/^\/api\/[\w\-/?=&%.:]*$/u),
  body: z.unknown().optional(),
});

type Given = {
  readonly productAddress: string;
  readonly token: (body: unknown) => Promise<string>;
};

/** Asks the product as somebody's tab does, signed in as them, and hands back what it answered. */
export const askAsTab = async (given: Given, person: string, json: unknown) => {
  const parsed = asked.safeParse(json);
  if (!parsed.success) throw new HttpProblem(400, { error: z.prettifyError(parsed.error) });
  const { method, path, body } = parsed.data;
  const token = await given.token({ audience: 'tab', person });
  const response = await fetch(`${given.productAddress}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: parseJson(await response.text()) };
};
