import type { Answer, TabAnswer } from '../shapes.ts';

/** What goes with a press: text, or whether a box is ticked. */
export type Pressed = Readonly<Record<string, string | boolean>>;

/** Everything the story does, it does through these: the same presses as anybody's. */
export type Hands = {
  readonly say: (person: string, text: string) => Promise<unknown>;
  /** On the newest card that offers it. */
  readonly press: (
    person: string,
    action: string,
    inputs?: Pressed,
    /** In the dialog of this id instead. */
    dialog?: string,
  ) => Promise<Answer>;
  readonly tab: (
    person: string,
    path: string,
    body?: Readonly<Record<string, string>>,
  ) => Promise<TabAnswer>;
  readonly setClock: (now: string) => Promise<unknown>;
  readonly advance: (minutes: number) => Promise<unknown>;
};
