/** The connector may deliver twice: the second time is answered as the first was, and nothing is done. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Diary, Key } from '../journeys/diary.ts';
import type { Keys } from '../journeys/ports.ts';
import { type Instant, minutesAfter, type SchoolId } from '../vocabulary.ts';
import type { IncomingActivity } from './activity.ts';
import type { Answer } from './problem.ts';

const answerShape = z.object({ status: z.number(), type: z.string(), body: z.string() });

/** How long an answer is kept: longer than anything is delivered again. */
const minutesKept = 10;

type Given = {
  readonly diary: Diary;
  readonly school: SchoolId;
  readonly now: () => Instant;
  /** What people were answered is kept sealed. */
  readonly keys: Pick<Keys, 'seal' | 'open'>;
};

/** A changed message has the id of the one it changes, so what it says counts too. */
const nameOf = ({ type, name = '', id = '', text = '' }: IncomingActivity): string =>
  createHash('sha256')
    .update(JSON.stringify([type, name, id, text]))
    .digest('base64url');

const partitionOf = ({ conversation }: IncomingActivity): string =>
  `seen-${createHash('sha256').update(conversation.id).digest('base64url')}`;

export type ActOnce = (activity: IncomingActivity, act: () => Promise<Answer>) => Promise<Answer>;

export const createActOnce = ({ diary, school, now, keys }: Given): ActOnce => {
  const running = new Map<string, Promise<Answer>>();
  const first = async (key: Key, act: () => Promise<Answer>): Promise<Answer> => {
    const seen = await diary.read(key);
    const kept = seen === undefined ? undefined : keys.open(String(seen.value));
    if (kept !== undefined) return answerShape.parse(JSON.parse(kept));
    const answer = await act();
    // A failure is not kept: the connector tries again, and it may go better.
    if (answer.status < 500) {
      const due = minutesAfter(now(), minutesKept);
      await diary.commit([
        { put: key, value: keys.seal(JSON.stringify(answer)), due, lane: 'ordinary' },
      ]);
    }
    return answer;
  };
  return (activity, act) => {
    if (activity.id === undefined) return act();
    const key: Key = {
      school,
      partition: partitionOf(activity),
      kind: 'seen',
      id: nameOf(activity),
    };
    const name = `${key.partition}/${key.id}`;
    const under = running.get(name);
    if (under !== undefined) return under;
    const answering = first(key, act).finally(() => running.delete(name));
    running.set(name, answering);
    return answering;
  };
};
