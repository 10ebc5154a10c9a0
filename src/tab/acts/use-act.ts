/** One press of a verb from its first click to its answer. */
import { useCallback, useRef, useState } from 'react';
import type { SeenVisit } from '../../journeys/seen.ts';
import type { VisitVerb } from '../../people/access.ts';
import type { Refusal } from '../../vocabulary.ts';
import type { Done, Inputs, Reply } from '../client.ts';
import { useSession } from '../client-context.ts';
import { letMove } from '../still.ts';
import { words } from '../words.ts';
import { consequenceOf, fieldsFor, unaskedInputs } from './fields.ts';

export type Started = {
  readonly visit: SeenVisit;
  readonly verb: VisitVerb;
  /** Sent along, besides what is asked. */
  readonly unasked: Inputs;
};

export type Said = { readonly intent: 'success' | 'info' | 'warning'; readonly text: string };

export type Act = {
  /** Set while a form is open. */
  readonly open: Started | undefined;
  readonly sending: boolean;
  readonly refusals: readonly Refusal[];
  readonly late: boolean;
  /** What the last press came to. */
  readonly said: Said | undefined;
  readonly start: (visit: SeenVisit, verb: VisitVerb) => void;
  readonly send: (inputs: Inputs) => void;
  readonly happened: (() => void) | undefined;
  readonly close: () => void;
};

type State = Pick<Act, 'open' | 'sending' | 'refusals' | 'late' | 'said'>;
const idle: State = {
  open: undefined,
  sending: false,
  refusals: [],
  late: false,
  said: undefined,
};

/** A refused press stays open with its reasons; a failed one too, to be tried again as it is. */
const after = (state: State, started: Started, reply: Reply<Done>): State => {
  switch (reply.kind) {
    case 'ok':
      return { ...idle, said: { intent: 'success', text: reply.data.note || words.press.done } };
    case 'held':
      return { ...idle, said: { intent: 'info', text: reply.note } };
    case 'refused':
      return { ...idle, open: started, refusals: reply.refusals, late: reply.late };
    case 'gone':
      return { ...idle, said: { intent: 'warning', text: words.visit.gone.title } };
    case 'failed': {
      const text = `${reply.title}. ${words.problems.failed.detail}`;
      return { ...state, open: started, sending: false, said: { intent: 'warning', text } };
    }
    default:
      return reply satisfies never;
  }
};

export const useAct = (onDone: (done: Done) => void): Act => {
  const { client, me } = useSession();
  const [state, setState] = useState<State>(idle);
  const command = useRef('');

  const press = useCallback(
    async (started: Started, inputs: Inputs) => {
      setState((before) => ({ ...before, sending: true, said: undefined }));
      const { visit, verb } = started;
      const all = { ...inputs, ...started.unasked };
      const reply = await client.press({
        reference: visit.reference,
        verb,
        command: command.current,
        inputs: all,
      });
      // Refused, it has not happened: what is sent next is another command.
      if (reply.kind === 'refused') command.current = crypto.randomUUID();
      letMove();
      setState((before) => after(before, started, reply));
      if (reply.kind === 'ok') onDone(reply.data);
    },
    [client, onDone],
  );

  const begin = (started: Started) => {
    command.current = crypto.randomUUID();
    const about = { visit: started.visit, me: me.person.id };
    const asks = fieldsFor(started.verb, about).length > 0;
    if (asks || consequenceOf(started.verb) !== undefined) setState({ ...idle, open: started });
    else void press(started, {});
  };

  const start = (visit: SeenVisit, verb: VisitVerb) =>
    begin({ visit, verb, unasked: unaskedInputs(verb, { visit, me: me.person.id }) });

  const { open } = state;
  const refused =
    open !== undefined && open.verb !== 'already-happened' && state.refusals.length > 0;
  return {
    ...state,
    start,
    send: (inputs) => {
      if (open !== undefined && !state.sending) void press(open, inputs);
    },
    happened: refused
      ? () => begin({ visit: open.visit, verb: 'already-happened', unasked: { what: open.verb } })
      : undefined,
    close: () => setState(idle),
  };
};
