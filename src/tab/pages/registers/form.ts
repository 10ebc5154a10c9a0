/** A form that changes one thing on record: what it asks, what it starts from, what goes along unasked. */
import type { RegisterVerb } from '../../../people/access.ts';
import type { RegistersSeen } from '../../../people/registers-seen.ts';
import type { Choice } from '../../acts/fields.ts';
import type { Inputs } from '../../client.ts';
import { words } from './words.ts';

type Named = { readonly name: string; readonly label: string; readonly hint?: string };

export type FormField = Named &
  (
    | { readonly kind: 'text' | 'tel' | 'date' | 'time' }
    | { readonly kind: 'select'; readonly choices: readonly Choice[]; readonly none: string }
    | { readonly kind: 'radio'; readonly choices: readonly Choice[] }
    | { readonly kind: 'training'; readonly subjects: readonly string[] }
  );

export type Form = {
  readonly verb: RegisterVerb;
  readonly title: string;
  /** What comes of it, where that is not plain. */
  readonly says?: string;
  readonly send: string;
  readonly fields: readonly FormField[];
  readonly start: Inputs;
  /** Which one is meant, and as which it was shown. */
  readonly unasked: Inputs;
  /** Only what differs from the start is sent. */
  readonly onlyChanged?: boolean;
};

/** Drawn from the registers as they stand; undefined where what it is about is no longer there. */
export type FormOf = (seen: RegistersSeen) => Form | undefined;

type Kept = { readonly id: string; readonly revision: string };
type Drawn = Omit<Form, 'unasked'> & Partial<Pick<Form, 'unasked'>>;

/** The form of one thing, or of one more where there is no id; undefined where the one meant is gone. */
export const formFor = <One extends Kept>(
  list: readonly One[],
  id: string | undefined,
  draw: (one: One | undefined) => Drawn,
): Form | undefined => {
  const one = list.find((found) => found.id === id);
  if (id !== undefined && one === undefined) return undefined;
  const drawn = draw(one);
  return { ...drawn, unasked: { ...drawn.unasked, id: id ?? '', revision: one?.revision ?? '' } };
};

export const yesOrNo: readonly Choice[] = [
  ['yes', words.yes],
  ['no', words.no],
];

export const yesNoOf = (said: boolean | undefined): string => {
  if (said === undefined) return '';
  return said ? 'yes' : 'no';
};

export const peopleOf = ({ people }: RegistersSeen): readonly Choice[] =>
  people.map(({ id, name }) => [id, name]);

/** What is sent; undefined where nothing differs. */
export const sentOf = ({ start, onlyChanged = false, unasked }: Form, inputs: Inputs) => {
  if (!onlyChanged) return { ...inputs, ...unasked };
  const changed = Object.entries(inputs).filter(([name, value]) => value !== (start[name] ?? ''));
  return changed.length === 0 ? undefined : { ...Object.fromEntries(changed), ...unasked };
};
