/** What somebody means by what they typed. */
import type { Words } from '../words/words.ts';

/** Said in every state, with a visit or without one, and never turned away. */
export const cries: readonly string[] = ['help', 'danger', 'unwell', 'injured'];

export type Meaning =
  | {
      readonly kind:
        | 'hello'
        | 'new-visit'
        | 'my-visits'
        | 'today'
        | 'round'
        | 'weekly-list'
        | 'help'
        | 'concern'
        | 'code-word'
        | 'unknown';
    }
  /** `everyone`: all who are out together, not the speaker alone. `going` is leaving school or the home, whichever is next. */
  | { readonly kind: 'verb'; readonly verb: string; readonly everyone: boolean }
  | { readonly kind: 'longer'; readonly minutes: number | undefined }
  | { readonly kind: 'change-plan'; readonly what: string };

const plain = (text: string): string =>
  text
    .replace(/<at>.*?<\/at>/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const doors = {
  hello: 'greetings',
  'new-visit': 'newVisit',
  'my-visits': 'myVisits',
  today: 'today',
  round: 'round',
  'weekly-list': 'weeklyList',
  help: 'help',
  concern: 'concern',
  'code-word': 'codeWord',
} as const;
const kinds = Object.keys(doors).filter((kind): kind is keyof typeof doors => kind in doors);

export const hear = (text: string, words: Words['chat']): Meaning => {
  const typed = plain(text);
  const said = typed.toLocaleLowerCase('en-GB').replace(/[.!]+$/, '');
  const verb = words.said.find(({ pattern }) => pattern.test(said));
  if (verb) return { kind: 'verb', verb: verb.verb, everyone: verb.everyone ?? false };
  const longer = words.extend.exec(said);
  if (longer) {
    return { kind: 'longer', minutes: longer[1] === undefined ? undefined : Number(longer[1]) };
  }
  const change = words.changePlan.exec(typed)?.[1];
  if (change !== undefined) return { kind: 'change-plan', what: change };
  return { kind: kinds.find((kind) => words[doors[kind]].test(said)) ?? 'unknown' };
};
