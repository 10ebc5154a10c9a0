import type { Answer } from '../shapes.ts';

/** The product said no, in these words of its own. */
export class SaidNo extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'SaidNo';
  }
}

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textIn);
  if (!isPart(value)) return [];
  const own = value['type'] === 'TextBlock' ? [String(value['text'])] : [];
  return [...own, ...Object.values(value).flatMap(textIn)];
};

const warns = (part: Readonly<Record<string, unknown>>): boolean =>
  part['type'] === 'TextBlock'
    ? part['color'] === 'Attention'
    : part['type'] === 'Container' && part['style'] === 'attention';

/** What a card says in the colour of a "no". */
const warningsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(warningsIn);
  if (!isPart(value)) return [];
  return warns(value) ? textIn(value) : Object.values(value).flatMap(warningsIn);
};

/** Undefined where the answer is well. */
export const noIn = ({ status, body }: Answer): string | undefined => {
  const warnings = warningsIn(body);
  if (warnings.length > 0) return warnings.join(' ');
  return status < 400 ? undefined : textIn(body).join(' ') || `${status}`;
};

/** The same for what the tab is answered: every reason with its clause, and what to do next. */
export const noInTab = (status: number, body: unknown): string | undefined => {
  if (status < 400) return undefined;
  const { refusals, title = status } = isPart(body) ? body : {};
  const reasons = (Array.isArray(refusals) ? refusals : []).filter(isPart);
  return reasons.length === 0
    ? String(title)
    : reasons.map(({ because, clause, next }) => `${because} (${clause}). ${next}`).join(' ');
};
