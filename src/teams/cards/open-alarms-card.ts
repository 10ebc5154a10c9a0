/** Many alarms at once, in one card: what each is, who is out, since when, and the way to it. */
import type { SeenAlarm, SeenVisit } from '../../journeys/seen.ts';
import { schoolTime } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  openUrl,
  subtle,
  text,
  title,
} from './parts.ts';

export type OpenAlarm = { readonly visit: SeenVisit; readonly alarm: SeenAlarm };

/** Each once, the oldest first; without those that are over by now. */
export const openAlarmsIn = (
  named: readonly { readonly visit: string; readonly alarm: string }[],
  seen: readonly (SeenVisit | undefined)[],
): readonly OpenAlarm[] =>
  seen
    .flatMap((visit) =>
      visit === undefined ? [] : visit.alarms.map((alarm) => ({ visit, alarm })),
    )
    .filter(
      ({ visit, alarm }) =>
        alarm.state !== 'settled' &&
        named.some((one) => one.visit === visit.id && one.alarm === alarm.id),
    )
    .toSorted((one, other) => (one.alarm.since < other.alarm.since ? -1 : 1));

type Drawn = {
  readonly open: readonly OpenAlarm[];
  readonly words: Words['cards'];
  readonly link: (page: string) => string;
};

/** A card takes 28 kB: of more than so many, the rest are on the board. */
const mostNamed = 20;

export const openAlarmsCard = ({ open, words, link }: Drawn): Card =>
  card(
    [
      {
        type: 'Container',
        style: 'attention',
        bleed: true,
        items: [title(words.openAlarms.title(open.length), { size: 'Large' })],
      },
      ...open.slice(0, mostNamed).map((one) => row(one, words, link)),
    ],
    [openUrl(words.openAlarms.today, link('today'))],
  );

const row = (
  { visit, alarm }: OpenAlarm,
  words: Words['cards'],
  link: (page: string) => string,
): Element => ({
  type: 'Container',
  separator: true,
  items: [
    text(words.alarm.title(words.alarm.kinds[alarm.kind], visit.reference), { weight: 'Bolder' }),
    text(words.and(visit.visitors.map(({ name }) => name))),
    subtle(words.openAlarms.since(schoolTime(alarm.since))),
    { type: 'ActionSet', actions: [opening(visit.reference, words, link)] },
  ],
});

const opening = (
  reference: string,
  words: Words['cards'],
  link: (page: string) => string,
): Action => openUrl(words.openAlarms.open(reference), link(`visits/${reference}`));
