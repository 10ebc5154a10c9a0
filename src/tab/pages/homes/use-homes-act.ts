/** One press at a time: what stands in its way stays beside its field, and a try after a lost answer counts once. */
import { useRef, useState } from 'react';
import type { HomesVerb } from '../../../journeys/homes-press.ts';
import type { Refusal } from '../../../vocabulary.ts';
import type { Inputs } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { words } from '../../words.ts';

export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'day' | 'choice' | 'long';
  readonly choices?: readonly (readonly [value: string, label: string])[];
};

/** What was started: its own sentence, what is asked, and what goes with it unasked. */
export type Started = {
  readonly verb: HomesVerb;
  readonly title: string;
  readonly note?: string;
  readonly fields: readonly FormField[];
  readonly start: Inputs;
};

export type Said = { readonly intent: 'success' | 'warning'; readonly text: string };

export type HomesAct = {
  readonly open: Started | undefined;
  readonly sending: boolean;
  readonly refusals: readonly Refusal[];
  readonly said: Said | undefined;
  readonly start: (started: Started) => void;
  readonly close: () => void;
  readonly send: (inputs: Inputs) => void;
};

export const useHomesAct = (after: () => void): HomesAct => {
  const { client } = useSession();
  const [open, setOpen] = useState<Started>();
  const [sending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [said, setSaid] = useState<Said>();
  const command = useRef('');
  const start = (started: Started) => {
    command.current = crypto.randomUUID();
    setRefusals([]);
    setSaid(undefined);
    setOpen(started);
  };
  const send = async (inputs: Inputs) => {
    if (open === undefined || sending) return;
    setSending(true);
    const reply = await client.pressHomes({
      verb: open.verb,
      command: command.current,
      inputs: { ...open.start, ...inputs },
    });
    setSending(false);
    setRefusals(reply.kind === 'refused' ? reply.refusals : []);
    if (reply.kind === 'ok') {
      setSaid({ intent: 'success', text: reply.data.note });
      setOpen(undefined);
      after();
    }
    if (reply.kind === 'gone') setSaid({ intent: 'warning', text: words.visit.gone.title });
    if (reply.kind === 'failed')
      setSaid({ intent: 'warning', text: `${reply.title}. ${reply.detail}` });
  };
  return {
    open,
    sending,
    refusals,
    said,
    start,
    close: () => setOpen(undefined),
    send: (inputs) => void send(inputs),
  };
};
