import { useCallback, useState } from 'react';
import { useKept } from '../kept.ts';
import { type Pane, panesFrom, type Shown, withoutPane, withPane, withShown } from './panes.ts';

const asText = (panes: readonly Pane[]) => JSON.stringify(panes);

/** The panes as somebody arranged them, kept until next time; on a narrow page, which one is in front. */
export const usePanes = () => {
  const [panes, change] = useKept('panes', panesFrom, asText);
  const [front, setFront] = useState<string>();
  return {
    panes,
    change,
    front,
    setFront,
    show: useCallback(
      (id: string, what: Shown) => change((all) => withShown(all, id, what)),
      [change],
    ),
    close: useCallback((id: string) => change((all) => withoutPane(all, id)), [change]),
    add: useCallback(
      () => change((all) => withPane(all, { kind: 'chat', person: 'jo' })),
      [change],
    ),
  };
};
export type Panes = ReturnType<typeof usePanes>;
