/** What has been typed into the form: kept in this window until it is sent, wherever one goes and though the page be closed. */
import { type Instant, schoolDay } from '../../../vocabulary.ts';
import type { Family, Inputs } from '../../client.ts';

/** Ends with the window: what was typed of a family does not stay on a shared computer. */
const place = (me: string): string => `home-visits-draft-${me}`;

const keptBy = (me: string): Inputs | undefined => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(me)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const texts = Object.entries(kept).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(texts);
  } catch {
    // A browser that keeps nothing, or kept something else.
    return undefined;
  }
};

/** Two visitors stand in one input, the first leads. */
export const emptyDraft = (now: Instant, me: string): Inputs => ({
  class: 'procedural',
  appointment: 'phone',
  date: schoolDay(now),
  lead: me,
});

export const startDraft = (now: Instant, me: string, form: Inputs | undefined): Inputs => {
  if (form === undefined) return keptBy(me) ?? emptyDraft(now, me);
  const { visitors = '' } = form;
  const [lead = '', second = ''] = visitors.split(',');
  return { ...form, lead, second };
};

/** Only a new request is kept: an edit begins from the visit each time. */
export const keepDraft = (me: string, draft: Inputs | undefined): void => {
  try {
    if (draft === undefined) sessionStorage.removeItem(place(me));
    else sessionStorage.setItem(place(me), JSON.stringify(draft));
  } catch {
    // Then it stays on the page alone.
  }
};

export const isKept = (me: string): boolean => keptBy(me) !== undefined;

export const withFamily = (draft: Inputs, family: Family): Inputs => ({ ...draft, ...family });

export const goingIn = ({ lead = '', second = '' }: Inputs): readonly string[] =>
  [lead, second].filter((id) => id !== '');

/** As the form is sent: empty answers are not answers. */
export const inputsOf = ({ lead = '', second = '', ...draft }: Inputs): Inputs => {
  const filled = Object.entries(draft).filter(([, value]) => value.trim() !== '');
  return { ...Object.fromEntries(filled), visitors: goingIn({ lead, second }).join(',') };
};
