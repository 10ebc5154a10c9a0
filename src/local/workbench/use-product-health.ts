import { useCallback, useState } from 'react';
import { productRuns } from './control.ts';
import { useLive } from './use-live.ts';

/** Whether the product's own process lives, as the tenant beside it sees it. */
export const useProductHealth = () => {
  const { value: runs, readAgain } = useLive(productRuns, 3000);
  const [restarting, setRestarting] = useState(false);
  const during = useCallback(
    async (work: Promise<unknown>) => {
      setRestarting(true);
      try {
        await work;
      } finally {
        setRestarting(false);
        readAgain();
      }
    },
    [readAgain],
  );
  return { runs, restarting, during };
};
