import { createContext, useContext } from 'react';
import type { TabLink } from './panes/panes.ts';
import type { Addresses, Channel, Person } from './shapes.ts';
import type { ThemeName } from './theme.ts';

/** What every pane may need to know. */
export type Workbench = {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly addresses: Addresses;
  readonly theme: ThemeName;
  readonly openTab: (person: string, link: TabLink) => void;
};

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export const useWorkbench = (): Workbench => {
  const found = useContext(WorkbenchContext);
  if (!found) throw new Error('A pane is drawn outside the workbench.');
  return found;
};

/** The person of that id; somebody without a name rather than nobody, so that an old pane still opens. */
export const personOf = (people: readonly Person[], id: string): Person =>
  people.find((one) => one.id === id) ?? { id, name: id, roles: [] };

export const channelTitle = (name: string): string =>
  name.slice(0, 1).toUpperCase() + name.slice(1);

export const titleOf = (person: Person): string =>
  person.title ?? person.roles[0]?.replaceAll('-', ' ') ?? '';
