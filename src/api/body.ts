/** Reads what the tab sends: one flat JSON object of texts, and of lists of texts. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type CommandId, commandId } from '../vocabulary.ts';
import { Problem, problem } from './answer.ts';
import type { Inputs } from './house.ts';

const limit = 256 * 1024;

/** `verb` is undefined where the address says what is asked. */
export type Asked = {
  readonly verb: string | undefined;
  readonly command: CommandId;
  readonly inputs: Inputs;
};

const value = z.union([z.string(), z.array(z.string())]);
const asked = z
  .object({ verb: z.string().min(1).max(60).optional(), command: z.string().min(8).max(100) })
  .catchall(value);

const readText = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > limit) throw new Problem(problem('too-large'));
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(problem('bad-request'));
  }
};

const plain = (input: string | readonly string[] | undefined): string =>
  typeof input === 'string' ? input : (input ?? []).join(',');

export const readAsked = async (request: IncomingMessage): Promise<Asked> => {
  if (!/^application\/json\b/iu.test(request.headers['content-type'] ?? ''))
    throw new Problem(problem('not-json'));
  if (Number(request.headers['content-length'] ?? 0) > limit)
    throw new Problem(problem('too-large'));
  const found = asked.safeParse(parse(await readText(request)));
  if (!found.success) throw new Problem(problem('bad-request'));
  const { verb, command, ...inputs } = found.data;
  const texts = Object.entries(inputs).map(([name, input]) => [name, plain(input)] as const);
  return { verb, command: commandId(command), inputs: Object.fromEntries(texts) };
};
