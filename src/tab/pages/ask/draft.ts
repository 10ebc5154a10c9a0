/** What has been typed into the form; it stays while the tab is open, wherever one goes in it. */
import { type Instant, schoolDay } from '../../../vocabulary.ts';
import type { Family, Inputs } from '../../client.ts';

let kept: Inputs | undefined;

/** Two visitors stand in one input, the first leads. */
export const emptyDraft = (now: Instant, me: string): Inputs => ({
  class: 'procedural',
  appointment: 'phone',
  date: schoolDay(now),
  lead: me,
});

export const startDraft = (now: Instant, me: string, form: Inputs | undefined): Inputs => {
  if (form === undefined) return kept ?? emptyDraft(now, me);
  const { visitors = '' } = form;
  const [lead = '', second = ''] = visitors.split(',');
  return { ...form, lead, second };
};

/** Only a new request is kept: an edit begins from the visit each time. */
export const keepDraft = (draft: Inputs | undefined): void => {
  kept = draft;
};

export const withFamily = (draft: Inputs, family: Family): Inputs => ({ ...draft, ...family });

/** As the form is sent: empty answers are not answers. */
export const inputsOf = ({ lead = '', second = '', ...draft }: Inputs): Inputs => {
  const filled = Object.entries(draft).filter(([, value]) => value.trim() !== '');
  const visitors = [lead, second].filter((id) => id !== '').join(',');
  return { ...Object.fromEntries(filled), visitors };
};
