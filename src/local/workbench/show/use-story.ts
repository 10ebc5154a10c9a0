import { useCallback, useEffect, useState } from 'react';
import { advanceClock, askAsTab, press, readPolicy, setClock, write } from '../control.ts';
import type { PolicyInShort } from '../shapes.ts';
import { useWorkbench } from '../workbench.ts';
import type { Hands } from './hands.ts';
import { type Look, type Step, storyOf } from './story.ts';

const hands: Hands = {
  say: write,
  press: (person, action, inputs, dialog) =>
    press(
      { kind: 'chat', person },
      { action, ...(inputs && { inputs }), ...(dialog !== undefined && { message: dialog }) },
    ),
  tab: askAsTab,
  setClock,
  advance: advanceClock,
};

export type Telling = {
  readonly title: string;
  readonly steps: readonly Step[];
  /** Which step is before us. */
  readonly at: number;
  /** `waiting` for Next; `acting`; `done`, and nothing is left; `failed`, with what the product said. */
  readonly state: 'waiting' | 'acting' | 'over' | 'failed';
  readonly because: string;
};

const begun = ({ title }: PolicyInShort, steps: readonly Step[]): Telling => ({
  ...{ title, steps, at: 0 },
  ...{ state: 'waiting', because: '' },
});

const after = (before: Telling): Telling =>
  before.at + 1 < before.steps.length
    ? { ...before, at: before.at + 1, state: 'waiting', because: '' }
    : { ...before, state: 'over', because: '' };

/** How long a sentence stands before the next is played. */
const readingMs = 5_000;

const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** The story as far as it is told, and what makes it go on. Read afresh each time it begins, for the policy may have changed. */
export const useStory = (onLook: (look: Look) => void, onUnread: () => void) => {
  const { people } = useWorkbench();
  const [telling, setTelling] = useState<Telling>();
  const [playing, setPlaying] = useState(false);
  const step = telling?.steps[telling.at];

  const begin = async () => {
    const policy = await readPolicy();
    const newId = () => crypto.randomUUID();
    setTelling(begun(policy, storyOf({ policy, people, newId })));
  };

  const next = useCallback(async () => {
    if (telling === undefined || step === undefined || telling.state === 'acting') return;
    setTelling({ ...telling, state: 'acting', because: '' });
    onLook(step.look);
    // Stopped meanwhile: then what was pressed is done, and the story stays closed.
    await step.act(hands).then(
      () => setTelling((now) => now && after(now)),
      (thrown: unknown) => {
        setPlaying(false);
        setTelling((now) => now && { ...now, state: 'failed', because: reasonOf(thrown) });
      },
    );
  }, [telling, step, onLook]);

  useEffect(() => {
    if (!playing || telling?.state !== 'waiting') return;
    const timer = window.setTimeout(() => void next(), readingMs);
    return () => window.clearTimeout(timer);
  }, [playing, telling?.state, next]);

  return {
    telling,
    step,
    playing,
    begin: () => void begin().catch(onUnread),
    next: () => void next(),
    play: (on: boolean) => setPlaying(on),
    stop: () => {
      setPlaying(false);
      setTelling(undefined);
    },
  };
};
export type Story = ReturnType<typeof useStory>;
