/** What the diary holds, read from its file with nobody there to answer for it. */
import { join } from 'node:path';
import type { ConcernEvent } from '../../src/concerns/concern.ts';
import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import type { DuressEvent } from '../../src/duress/duress.ts';
import type { DiaryRecord } from '../../src/journeys/diary.ts';
import { keysFrom } from '../../src/keys.ts';
import { openSecrets } from '../../src/local/secrets.ts';
import type { Roster } from '../../src/people/staff.ts';
import type { VisitEvent } from '../../src/visits/event.ts';
import { schoolId } from '../../src/vocabulary.ts';

type Sealed<Event> = Event & { readonly seal: string };

export type LeftBehind = {
  readonly pages: readonly {
    readonly id: string;
    readonly events: readonly Sealed<VisitEvent>[];
  }[];
  readonly silent: readonly { readonly events: readonly DuressEvent[] }[];
  readonly worries: readonly { readonly events: readonly ConcernEvent[] }[];
  readonly roster: Roster;
  readonly timers: readonly DiaryRecord[];
  /** Commands that are still on their way, and messages. */
  readonly intents: readonly DiaryRecord[];
  readonly outgoing: readonly DiaryRecord[];
};

const school = schoolId('school');

/** `folder`: where the tenant and the product keep what is theirs. */
export const readLeftBehind = async (folder: string): Promise<LeftBehind> => {
  const keys = keysFrom(openSecrets(folder).sealKey);
  const diary = sqliteDiary(join(folder, 'product', 'diary.sqlite'));
  const opened = <Shape>({ value, partition }: DiaryRecord): Shape => {
    const text = keys.open(String(value));
    if (text === undefined) throw new Error(`${partition} cannot be read.`);
    return JSON.parse(text) as Shape;
  };
  try {
    const kept = await diary.list(school, 'kept');
    const roster = kept.find(({ partition, id }) => partition === 'roster' && id === 'roster');
    return {
      pages: (await diary.list(school, 'page')).map((record) => ({
        id: record.partition,
        ...opened<{ readonly events: readonly Sealed<VisitEvent>[] }>(record),
      })),
      silent: kept
        .filter(({ partition }) => partition.startsWith('duress '))
        .map((record) => opened(record)),
      worries: (await diary.list(school, 'concern')).map((record) => opened(record)),
      roster: roster === undefined ? [] : opened<{ readonly roster: Roster }>(roster).roster,
      timers: await diary.list(school, 'timer'),
      intents: await diary.list(school, 'intent'),
      outgoing: await diary.list(school, 'outgoing'),
    };
  } finally {
    await diary.close();
  }
};
