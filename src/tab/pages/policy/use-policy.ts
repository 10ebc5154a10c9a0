/** What is done on the Policy page, from the press to its answer. */
import { useRef, useState } from 'react';
import type { SeenPolicy } from '../../../journeys/policy-seen.ts';
import type { Refusal } from '../../../vocabulary.ts';
import type { Inputs, PolicyCommand } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { words } from './words.ts';

type Said = { readonly intent: 'success' | 'warning'; readonly text: string };

export type PolicyAct = {
  readonly sending: boolean;
  readonly refusals: readonly Refusal[];
  readonly said: Said | undefined;
  /** True once it was done. What did not arrive is sent again as the same command. */
  readonly send: (verb: PolicyCommand['verb'], inputs: Inputs) => Promise<boolean>;
};

type State = Omit<PolicyAct, 'send'>;
const idle: State = { sending: false, refusals: [], said: undefined };

export const usePolicyAct = (show: (policy: SeenPolicy) => void): PolicyAct => {
  const { client } = useSession();
  const [state, setState] = useState<State>(idle);
  const command = useRef({ for: '', id: '' });
  const send: PolicyAct['send'] = async (verb, inputs) => {
    const what = JSON.stringify([verb, inputs]);
    if (command.current.for !== what) command.current = { for: what, id: crypto.randomUUID() };
    setState({ ...idle, sending: true });
    const reply = await client.pressPolicy({ verb, inputs, command: command.current.id });
    switch (reply.kind) {
      case 'ok':
        setState({ ...idle, said: { intent: 'success', text: reply.data.note } });
        show(reply.data.policy);
        return true;
      case 'refused':
        command.current = { for: '', id: '' };
        setState({ ...idle, refusals: reply.refusals });
        return false;
      case 'gone':
        setState({ ...idle, said: { intent: 'warning', text: words.said.notYours } });
        return false;
      default:
        setState({ ...idle, said: { intent: 'warning', text: words.said.failed } });
        return false;
    }
  };
  return { ...state, send };
};
