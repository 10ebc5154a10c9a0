/** What the rules say of the form as it stands, asked a moment after the last letter. Nothing is sent. */
import { useEffect, useState } from 'react';
import type { FormChecked, Inputs } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { inputsOf } from './draft.ts';

const restMs = 600;

/** Undefined until something was changed, and while the server cannot be asked: then only sending tells. */
export const useCheck = (
  inputs: Inputs,
  editing: string | undefined,
  changed: boolean,
): FormChecked | undefined => {
  const { client } = useSession();
  const [checked, setChecked] = useState<FormChecked>();
  useEffect(() => {
    if (!changed) {
      setChecked(undefined);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      void client.check(inputsOf(inputs), editing).then((reply) => {
        if (current) setChecked(reply.kind === 'ok' ? reply.data : undefined);
      });
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, inputs, editing, changed]);
  return checked;
};
