/** One press on the weekly list, from the first tap to its answer. */
import { useRef, useState } from 'react';
import type { ListVerb } from '../../../journeys/weekly-press.ts';
import type { Refusal } from '../../../vocabulary.ts';
import type { Said } from '../../acts/use-act.ts';
import type { Inputs, ListDone, OneList, Reply } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import type { Live } from '../../live.ts';
import { words as tabWords } from '../../words.ts';

type State = {
  readonly sending: boolean;
  readonly refusals: readonly Refusal[];
  readonly said: Said | undefined;
};

export type ListAct = State & {
  /** Answers whether it was done. */
  readonly press: (verb: ListVerb, inputs: Inputs) => Promise<boolean>;
};

const idle: State = { sending: false, refusals: [], said: undefined };

const after = (reply: Reply<ListDone>): State => {
  switch (reply.kind) {
    case 'ok':
      return { ...idle, said: { intent: 'success', text: reply.data.note || tabWords.press.done } };
    case 'held':
      return { ...idle, said: { intent: 'info', text: reply.note } };
    case 'refused':
      return { ...idle, refusals: reply.refusals };
    case 'gone':
      return { ...idle, said: { intent: 'warning', text: tabWords.nowhere.title } };
    case 'failed':
      return {
        ...idle,
        said: { intent: 'warning', text: `${reply.title}. ${tabWords.problems.failed.detail}` },
      };
    default:
      return reply satisfies never;
  }
};

export const useList = (live: Live<OneList>, week: string): ListAct => {
  const { client } = useSession();
  const [state, setState] = useState<State>(idle);
  const tried = useRef({ what: '', command: '' });
  const press = async (verb: ListVerb, inputs: Inputs): Promise<boolean> => {
    setState({ ...idle, sending: true });
    // The same thing sent again, because no answer came, is the same command.
    const what = JSON.stringify([verb, week, inputs]);
    if (tried.current.what !== what) tried.current = { what, command: crypto.randomUUID() };
    const reply = await client.pressList({ verb, week, inputs, command: tried.current.command });
    if (reply.kind !== 'failed') tried.current = { what: '', command: '' };
    setState(after(reply));
    if (reply.kind === 'ok') live.show({ now: reply.data.now, list: reply.data.list });
    else live.reload();
    return reply.kind === 'ok';
  };
  return { ...state, press };
};
