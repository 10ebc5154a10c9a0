/** Reads a policy pack. A pack that is not clear is refused whole: no rule is guessed. */
import type { z } from 'zod';
import { wordsFor } from '../words/words.ts';
import { fillIn, isGroup } from './fill-in.ts';
import { packShape } from './pack-shape.ts';
import type { Policy } from './policy.ts';

export class PolicyUnclear extends Error {
  override readonly name = 'PolicyUnclear';
  readonly places: readonly string[];
  constructor(places: readonly string[]) {
    super(`The policy pack is not clear: ${places.join('; ')}`);
    this.places = places;
  }
}

/** What each document says for itself: never taken from another. */
const ownWords: readonly string[] = ['pack', 'title', 'version', 'clauses', 'briefing'];

/**
 * A whole policy, or the school's own words with the gaps filled from the product's policy, `usual`.
 * Throws PolicyUnclear with every fault at once.
 */
export const parsePolicy = (json: unknown, usual?: Policy): Policy => {
  const { settings, filled } =
    usual === undefined || !isGroup(json)
      ? { settings: json, filled: [] }
      : fillIn(json, settingsOf(usual));
  const read = packShape.safeParse(settings);
  if (!read.success) throw new PolicyUnclear(read.error.issues.map(inWords));
  const pack = read.data;
  return {
    ...pack,
    visitClasses: pack.classRules.map(({ id }) => id),
    productRules: Object.keys(usual?.clauses ?? {}).filter((rule) => !(rule in pack.clauses)),
    filled,
  };
};

const settingsOf = (usual: Policy): Readonly<Record<string, unknown>> => {
  const { visitClasses: _classes, productRules: _rules, filled: _filled, ...settings } = usual;
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !ownWords.includes(name)));
};

const words = wordsFor('en-GB').policy.unclear;

/** The place, and what is wrong there, for somebody who has never seen a program. */
const inWords = (issue: z.core.$ZodIssue): string =>
  `${issue.path.join('.') || words.wholePack}: ${reasonOf(issue)}`;

const reasonOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? words.missing
        : words.notA(words.kinds[issue.expected] ?? words.otherKind);
    case 'invalid_value':
      return words.oneOf(issue.values.join(', '));
    case 'unrecognized_keys':
      return words.tooMuchSaid(issue.keys.join(', '));
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return words.more(String(issue.maximum));
    case 'invalid_union':
      return words.audience;
    default:
      return issue.message;
  }
};

const tooSmall = ({ origin, minimum }: z.core.$ZodIssueTooSmall): string => {
  if (origin === 'string') return words.empty;
  return origin === 'array' ? words.atLeast(String(minimum)) : words.less(String(minimum));
};
