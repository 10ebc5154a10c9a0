import { z } from 'zod';
import { type Answer, type Card, card } from '../shapes.ts';
import { words } from '../words.ts';

/** What a person sees after pressing something, made of the invoke response the bot gave. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'dialog'; readonly id: string; readonly title: string; readonly card: Card };

const attached = z.union([card, z.object({ content: card }).transform((found) => found.content)]);
const dialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({ title: z.string().optional(), card: attached }),
  }),
});
const closing = z.object({ task: z.object({ type: z.literal('message'), value: z.string() }) });
const invoke = z.looseObject({
  statusCode: z.number().optional(),
  type: z.string().optional(),
  value: z.unknown().optional(),
});
const problem = z.object({ message: z.string() });
/** The local client's own no, before anything is sent: which inputs are not filled in as the card asks. */
const unfilled = z.object({
  error: z.string(),
  inputs: z.record(z.string(), z.string()).default({}),
});

const failed = (value: unknown): Outcome => {
  const told = problem.safeParse(value);
  if (told.success) return { kind: 'failed', text: told.data.message };
  const client = unfilled.safeParse(value);
  if (client.success) {
    const { error, inputs } = client.data;
    return { kind: 'failed', text: Object.values(inputs).join(' ') || error };
  }
  return {
    kind: 'failed',
    text: typeof value === 'string' && value !== '' ? value : words.card.failed,
  };
};

const fromInvoke = ({ statusCode = 200, value }: z.infer<typeof invoke>): Outcome => {
  if (statusCode >= 400) return failed(value);
  const shown = card.safeParse(value);
  if (shown.success) return { kind: 'card', card: shown.data };
  return typeof value === 'string' && value !== ''
    ? { kind: 'said', text: value }
    : { kind: 'done' };
};

export const outcomeOf = ({ status, body, dialog: id }: Answer): Outcome => {
  const parsed = invoke.safeParse(body);
  if (status >= 400) return failed(parsed.success ? (parsed.data.value ?? body) : body);
  const opened = dialog.safeParse(body);
  if (opened.success) {
    const { title, card: shown } = opened.data.task.value;
    return { kind: 'dialog', id: id ?? '', title: title || words.card.dialog, card: shown };
  }
  const closed = closing.safeParse(body);
  if (closed.success) return { kind: 'said', text: closed.data.task.value };
  return parsed.success ? fromInvoke(parsed.data) : { kind: 'done' };
};

const choices = z.object({
  value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
});

/** What a typeahead found; undefined when the search itself failed. */
export const choicesOf = ({ status, body }: Answer) => {
  const found = choices.safeParse(body);
  return status < 400 && found.success ? found.data.value.results : undefined;
};
