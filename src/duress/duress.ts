/** A silent alarm: somebody has said the code word. Nothing of it shows on the visit, nor to those who are on it. */
import type { CommandId, Instant, PersonId, VisitId } from '../vocabulary.ts';

export type DuressCommand = { readonly id: CommandId; readonly by: PersonId } & (
  | { readonly verb: 'hear-code-word'; readonly visit: VisitId | undefined }
  | { readonly verb: 'acknowledge-duress' }
  | { readonly verb: 'stand-down-duress'; readonly spokeTo: readonly PersonId[] }
  /** The clock has moved; asked by the product alone. */
  | { readonly verb: 'check-clock' }
);

export type DuressEvent = {
  readonly at: Instant;
  readonly by: PersonId;
  readonly command: CommandId;
} & (
  | {
      readonly type: 'code-word-heard';
      /** Random: `S-7F3K9Q`. */
      readonly reference: string;
      readonly visit?: VisitId | undefined;
      /** Those who go on the visit: none of them is told, and each must be heard before it is over. */
      readonly people: readonly PersonId[];
    }
  | { readonly type: 'duress-climbed'; readonly times: number }
  | { readonly type: 'duress-acknowledged' }
  | { readonly type: 'duress-stood-down'; readonly spokeTo: readonly PersonId[] }
);

export type KnownDuress = {
  readonly status: 'open' | 'over';
  readonly reference: string;
  readonly visit: VisitId | undefined;
  readonly people: readonly PersonId[];
  readonly since: Instant;
  /** How often it was said. */
  readonly heard: number;
  readonly toldAt: Instant;
  readonly climbs: number;
  readonly holder: PersonId | undefined;
  readonly endedBy: PersonId | undefined;
  readonly endedAt: Instant | undefined;
};

export type Duress = { readonly status: 'none' } | KnownDuress;

export const duressAfter = (events: readonly DuressEvent[]): Duress =>
  events.reduce<Duress>(evolve, { status: 'none' });

const evolve = (duress: Duress, event: DuressEvent): Duress => {
  if (event.type === 'code-word-heard') return heard(duress, event);
  return duress.status === 'none' ? duress : changed(duress, event);
};

type Heard = Extract<DuressEvent, { type: 'code-word-heard' }>;

const heard = (duress: Duress, { at, reference, visit, people }: Heard): KnownDuress =>
  duress.status === 'open'
    ? { ...duress, heard: duress.heard + 1, toldAt: at }
    : {
        status: 'open',
        reference,
        visit,
        people,
        since: at,
        heard: 1,
        toldAt: at,
        climbs: 0,
        holder: undefined,
        endedBy: undefined,
        endedAt: undefined,
      };

const changed = (duress: KnownDuress, event: Exclude<DuressEvent, Heard>): KnownDuress => {
  switch (event.type) {
    case 'duress-climbed':
      return { ...duress, climbs: event.times, toldAt: event.at };
    case 'duress-acknowledged':
      return { ...duress, holder: event.by };
    case 'duress-stood-down':
      return { ...duress, status: 'over', endedBy: event.by, endedAt: event.at };
    default:
      return event satisfies never;
  }
};
