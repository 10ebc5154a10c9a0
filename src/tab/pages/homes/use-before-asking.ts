import { useEffect, useState } from 'react';
import type { BeforeAsking } from '../../../journeys/homes-seen.ts';
import { useSession } from '../../client-context.ts';

const patience = 400;

/** What is known of the home, asked for a moment after the last letter of its address. */
export const useBeforeAsking = (address: string): BeforeAsking => {
  const { client } = useSession();
  const [before, setBefore] = useState<BeforeAsking>({});
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void client.beforeAsking(address.trim()).then((reply) => {
        if (current && reply.kind === 'ok') setBefore(reply.data.before);
      });
    }, patience);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, address]);
  return before;
};
