import { z } from 'zod';

/** Where in the tab to open it. */
const tabLink = z.object({ pageId: z.string(), subPageId: z.string().optional() });
export type TabLink = { readonly pageId: string; readonly subPageId?: string | undefined };

export const shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chat'), person: z.string() }),
  z.object({ kind: z.literal('tab'), person: z.string(), link: tabLink.optional() }),
  z.object({ kind: z.literal('channel'), name: z.string(), person: z.string() }),
]);
export type Shown = z.infer<typeof shown>;
export type Pane = { readonly id: string; readonly shown: Shown };

export const firstPanes: readonly Pane[] = [
  { id: 'p1', shown: { kind: 'chat', person: 'sam' } },
  { id: 'p2', shown: { kind: 'chat', person: 'okafor' } },
  { id: 'p3', shown: { kind: 'channel', name: 'safeguarding', person: 'rao' } },
  { id: 'p4', shown: { kind: 'tab', person: 'pat' } },
];

/** What was kept from last time; the first four if there is nothing, or nothing readable. */
export const panesFrom = (stored: string | null): readonly Pane[] => {
  try {
    const found = z
      .array(z.object({ id: z.string(), shown }))
      .min(1)
      .safeParse(JSON.parse(stored ?? ''));
    return found.success ? found.data : firstPanes;
  } catch {
    return firstPanes;
  }
};

const freshId = (panes: readonly Pane[]): string => {
  const numbers = panes.map((pane) => Number(pane.id.slice(1)) || 0);
  return `p${Math.max(0, ...numbers) + 1}`;
};

export const withPane = (panes: readonly Pane[], what: Shown): readonly Pane[] => [
  ...panes,
  { id: freshId(panes), shown: what },
];

export const withoutPane = (panes: readonly Pane[], id: string): readonly Pane[] =>
  panes.filter((pane) => pane.id !== id);

export const withShown = (panes: readonly Pane[], id: string, what: Shown): readonly Pane[] =>
  panes.map((pane) => (pane.id === id ? { id, shown: what } : pane));

/** That person's tab at this place: in the pane that shows their tab already, or a new one at the end. */
export const withTabAt = (
  panes: readonly Pane[],
  person: string,
  link: TabLink,
): readonly Pane[] => {
  const there = panes.find((pane) => pane.shown.kind === 'tab' && pane.shown.person === person);
  const what: Shown = { kind: 'tab', person, link };
  return there ? withShown(panes, there.id, what) : withPane(panes, what);
};

const isSame = (one: Shown, other: Shown): boolean =>
  one.kind === other.kind &&
  one.person === other.person &&
  (one.kind !== 'channel' || other.kind !== 'channel' || one.name === other.name);

/** This brought into view: in the pane that shows it, else in one that shows something of the same person, else in a new one at the end. */
export const broughtIn = (
  panes: readonly Pane[],
  what: Shown,
): { readonly panes: readonly Pane[]; readonly id: string } => {
  const there =
    panes.find(({ shown: one }) => isSame(one, what)) ??
    panes.find(({ shown: one }) => one.kind !== 'channel' && one.person === what.person);
  if (there === undefined) {
    const more = withPane(panes, what);
    return { panes: more, id: more.at(-1)?.id ?? '' };
  }
  const link = what.kind === 'tab' && what.link !== undefined;
  const stays = isSame(there.shown, what) && !link;
  return { panes: stays ? panes : withShown(panes, there.id, what), id: there.id };
};
