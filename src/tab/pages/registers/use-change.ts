/** One change of the registers from its first press to its answer. */
import { useRef, useState } from 'react';
import type { RegistersSeen } from '../../../people/registers-seen.ts';
import type { Refusal } from '../../../vocabulary.ts';
import type { Said } from '../../acts/use-act.ts';
import type { Inputs, RegisterChanged, Reply } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import type { Live } from '../../live.ts';
import { letMove } from '../../still.ts';
import { type Form, type FormOf, sentOf } from './form.ts';
import { words } from './words.ts';

type Open = { readonly of: FormOf; readonly form: Form; readonly turn: number };

type State = {
  readonly open: Open | undefined;
  readonly sending: boolean;
  readonly refusals: readonly Refusal[];
  readonly said: Said | undefined;
};

export type Change = Omit<State, 'open'> & {
  /** Set while a form is open; `turn` grows each time it begins afresh. */
  readonly open: Open | undefined;
  readonly start: (of: FormOf) => void;
  readonly send: (inputs: Inputs) => void;
  /** Where somebody was quicker: the same form from what is there now. */
  readonly again: (() => void) | undefined;
  readonly say: (text: string) => void;
  readonly close: () => void;
};

const idle: State = { open: undefined, sending: false, refusals: [], said: undefined };

const told = (intent: Said['intent'], text: string): State => ({
  ...idle,
  said: { intent, text },
});

/** A refused change stays open with its reasons; a failed one too, to be sent again as it is. */
const after = (state: State, reply: Reply<RegisterChanged>): State => {
  switch (reply.kind) {
    case 'ok':
      return told('success', reply.data.note || words.saved);
    case 'held':
      return told('info', reply.note);
    case 'refused':
      return { ...state, sending: false, refusals: reply.refusals };
    case 'gone':
      return told('warning', words.notYours);
    case 'failed': {
      const text = `${reply.title}. ${words.tryAgain}`;
      return { ...state, sending: false, said: { intent: 'warning', text } };
    }
    default:
      return reply satisfies never;
  }
};

const overtaken = ({ rule }: Refusal): boolean => rule === 'registers/changed-since';

export const useChange = (live: Live<RegistersSeen>): Change => {
  const { client } = useSession();
  const [state, setState] = useState<State>(idle);
  const command = useRef('');
  const turn = useRef(0);

  const start = (of: FormOf) => {
    const form = live.data && of(live.data);
    command.current = crypto.randomUUID();
    turn.current += 1;
    setState(
      form === undefined
        ? told('warning', words.goneMeanwhile)
        : { ...idle, open: { of, form, turn: turn.current } },
    );
  };

  const press = async (form: Form, inputs: Inputs) => {
    setState((before) => ({ ...before, sending: true, refusals: [], said: undefined }));
    const asked = { verb: form.verb, command: command.current, inputs };
    const reply = await client.changeRegisters(asked);
    letMove();
    // What did not arrive is sent again as the same command; refused, it has not happened.
    if (reply.kind === 'refused') command.current = crypto.randomUUID();
    setState((before) => after(before, reply));
    if (reply.kind === 'ok') live.show(reply.data.registers);
    if (reply.kind === 'refused' && reply.refusals.some(overtaken)) live.reload();
  };

  const { open, sending, refusals } = state;
  return {
    ...state,
    start,
    send: (inputs) => {
      if (open === undefined || sending) return;
      const sent = sentOf(open.form, inputs);
      if (sent === undefined) setState(told('info', words.same));
      else void press(open.form, sent);
    },
    again: open && refusals.some(overtaken) ? () => start(open.of) : undefined,
    say: (text) => setState(told('info', text)),
    close: () => setState(idle),
  };
};
