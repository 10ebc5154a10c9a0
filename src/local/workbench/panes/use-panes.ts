import { useCallback, useEffect, useState } from 'react';
import { useKept } from '../kept.ts';
import {
  broughtIn,
  type Pane,
  panesFrom,
  type Shown,
  withoutPane,
  withPane,
  withShown,
} from './panes.ts';

const asText = (panes: readonly Pane[]) => JSON.stringify(panes);

/** The panes as somebody arranged them, kept until next time; on a narrow page, which one is in front. */
export const usePanes = () => {
  const [panes, change] = useKept('panes', panesFrom, asText);
  const [front, setFront] = useState<string>();
  const [sought, setSought] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (sought === undefined) return;
    const pane = document.querySelector(`[data-pane="${sought.id}"]`);
    pane?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [sought]);
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
    /** Into view, wherever it is. */
    bringIn: useCallback(
      (what: Shown) => {
        const { id } = broughtIn(panes, what);
        change((all) => broughtIn(all, what).panes);
        setFront(id);
        setSought({ id });
      },
      [panes, change],
    ),
    add: useCallback(
      () => change((all) => withPane(all, { kind: 'chat', person: 'jo' })),
      [change],
    ),
  };
};
export type Panes = ReturnType<typeof usePanes>;
