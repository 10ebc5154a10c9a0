import { noteLimit, withoutUnkeepable } from './inputs.ts';

/** A report is never sent back for being long. No character of it is cut in two. */
export const shortened = (text: string): string => cut(withoutUnkeepable(text));

const cut = (text: string): string =>
  text.length <= noteLimit
    ? text
    : `${text.slice(0, noteLimit - 1).replace(/\p{Surrogate}$/u, '')}…`;
