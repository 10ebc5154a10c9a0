/** Sends the form, and keeps what stood in its way. */
import { useRef, useState } from 'react';
import type { VisitVerb } from '../../../people/access.ts';
import type { Refusal } from '../../../vocabulary.ts';
import type { Said } from '../../acts/use-act.ts';
import type { Done, Inputs, Reply } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { go } from '../../route.ts';
import { words } from '../../words.ts';
import { keepDraft } from './draft.ts';

type State = {
  readonly sending: boolean;
  readonly refusals: readonly Refusal[];
  readonly said: Said | undefined;
};

const idle: State = { sending: false, refusals: [], said: undefined };

const after = (reply: Reply<Done>): State => {
  switch (reply.kind) {
    case 'ok':
      return idle;
    case 'held':
      return { ...idle, said: { intent: 'info', text: reply.note } };
    case 'refused':
      return { ...idle, refusals: reply.refusals };
    case 'gone':
      return { ...idle, said: { intent: 'warning', text: words.visit.gone.title } };
    case 'failed':
      return { ...idle, said: { intent: 'warning', text: `${reply.title}. ${reply.detail}` } };
    default:
      return reply satisfies never;
  }
};

const taken = ({ kind }: Reply<Done>): boolean => kind === 'ok' || kind === 'held';

export const useSend = (editing: string | undefined) => {
  const { client, me } = useSession();
  const [state, setState] = useState<State>(idle);
  const command = useRef(crypto.randomUUID());
  const last = useRef<Inputs>({});

  const sendTo = (verb: VisitVerb, inputs: Inputs) => {
    const asked = { verb, command: command.current, inputs };
    return editing === undefined
      ? client.submit(asked)
      : client.press({ ...asked, reference: editing });
  };

  const finish = (reply: Reply<Done>) => {
    // What did not arrive is sent again as the same command; all else is over.
    if (reply.kind !== 'failed') command.current = crypto.randomUUID();
    setState(after(reply));
    if (editing === undefined && taken(reply)) keepDraft(me.person.id, undefined);
    if (reply.kind === 'ok') go({ page: 'mine', visit: reply.data.visit.reference });
  };

  const press = async (verb: VisitVerb, inputs: Inputs) => {
    if (state.sending) return;
    last.current = inputs;
    setState((before) => ({ ...before, sending: true, said: undefined }));
    finish(await sendTo(verb, inputs));
  };

  const verb = editing === undefined ? 'submit' : 'edit';
  return {
    ...state,
    clear: () => setState(idle),
    send: (inputs: Inputs) => void press(verb, inputs),
    happened: () => {
      const { visitors = '', dueBackTime = '' } = last.current;
      const watched = { what: verb, who: visitors, dueBack: dueBackTime };
      void press('already-happened', { ...last.current, ...watched });
    },
  };
};
