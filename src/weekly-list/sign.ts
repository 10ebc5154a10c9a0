/** Who may sign the week's list, and which of its rows. */
import { listSignersInWords } from '../approval/approval.ts';
import type { StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { daysAfter, mondayOf, type Refusal } from '../vocabulary.ts';
import { lacksOf } from './row.ts';
import { isOwn, type ListDiff, type RowNow } from './signed.ts';

export type SignVerb = 'sign-list' | 'add-to-list';

export type SignAsk = {
  readonly verb: SignVerb;
  /** Of the list as it was shown. */
  readonly content: string;
  /** The rows that were shown, as they are numbered on the list, from 1. */
  readonly shown: ReadonlySet<number>;
  /** The signer says that they sign without having seen all. */
  readonly unseen: boolean;
};

export type SignGiven = {
  readonly policy: Policy;
  readonly person: StaffMember;
  readonly week: string;
  /** Today, on the school's clock. */
  readonly today: string;
  readonly content: string;
  readonly diff: ListDiff;
  /** Whether anything has been signed of this week. */
  readonly signedBefore: boolean;
};

export type Signing =
  | {
      readonly kind: 'accepted';
      readonly rows: readonly RowNow[];
      readonly seenAll: boolean;
      /** Theirs to go on, or asked for by them: somebody else signs these. */
      readonly own: readonly RowNow[];
      /** Something of what the policy wants on the list is missing. */
      readonly lacking: readonly RowNow[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const isSignable = ({ row }: RowNow): boolean => lacksOf(row).length === 0;

/** The rows one person could put their name to now. */
export const signableBy = (
  { rows, unsigned }: ListDiff,
  { verb, person }: { readonly verb: SignVerb; readonly person: StaffMember },
): readonly RowNow[] =>
  (verb === 'sign-list' ? rows : unsigned).filter(
    (now) => isSignable(now) && !isOwn(now.row, person.id),
  );

/** Whether the policy lets this person sign lists. Whoever stands in holds the role while it lasts. */
export const isListSigner = (person: StaffMember, policy: Policy): boolean =>
  policy.weeklyList.rule === 'on' &&
  person.away !== true &&
  person.roles.some((role) => policy.approval.listRoles.includes(role));

export const decideSigning = (ask: SignAsk, given: SignGiven): Signing => {
  const { policy, person, diff } = given;
  if (!isListSigner(person, policy))
    return {
      kind: 'refused',
      refusals: [refusal(policy, 'weekly-list/right-role', { who: listSignersInWords(policy) })],
    };
  const rows = signableBy(diff, { verb: ask.verb, person });
  const numbers = new Map(diff.rows.map((now, index) => [now, index + 1]));
  const seenAll = rows.every((now) => ask.shown.has(numbers.get(now) ?? 0));
  const refusals = [
    ...reasonsAgainstWeek(ask, given),
    ...reasonsAgainstRows(rows, given),
    ...unless(seenAll || ask.unseen || rows.length === 0, () =>
      refusal(policy, 'weekly-list/all-shown', {
        rows: String(rows.length),
        high: String(rows.filter(({ row }) => row.visit?.level === 'high').length),
      }),
    ),
  ];
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const left = diff.unsigned.filter((now) => !rows.includes(now));
  return {
    kind: 'accepted',
    rows,
    seenAll,
    own: left.filter(({ row }) => isOwn(row, person.id)),
    lacking: left.filter((now) => !isSignable(now)),
  };
};

/** Nobody signs for a week that is over: that would be no leave to go, but a date put back. */
const reasonsAgainstWeek = (ask: SignAsk, given: SignGiven): readonly Refusal[] => {
  const { policy, week, today, content, signedBefore } = given;
  const monday = mondayOf(week);
  return [
    ...unless(monday !== undefined && today <= daysAfter(monday, 6), () =>
      refusal(policy, 'weekly-list/week-over'),
    ),
    ...unless(ask.content === content, () => refusal(policy, 'weekly-list/as-shown')),
    ...unless(ask.verb === 'sign-list' || signedBefore, () =>
      refusal(policy, 'weekly-list/sign-first'),
    ),
  ];
};

const reasonsAgainstRows = (
  rows: readonly RowNow[],
  { policy, person, diff }: SignGiven,
): readonly Refusal[] => {
  if (rows.some(({ state }) => state !== 'signed')) return [];
  if (diff.unsigned.length === 0) return [refusal(policy, 'weekly-list/something-to-sign')];
  const own = diff.unsigned.filter(({ row }) => isOwn(row, person.id));
  const lacking = diff.unsigned.filter((now) => !isSignable(now));
  return [
    ...unless(own.length === 0, () =>
      refusal(policy, 'weekly-list/not-own-row', { rows: pupilsOf(own, policy) }),
    ),
    ...unless(lacking.length === 0, () =>
      refusal(policy, 'weekly-list/complete', { rows: pupilsOf(lacking, policy) }),
    ),
  ];
};

const named = 5;

/** "Elin Jones, Tom Baker and 3 others". */
export const pupilsOf = (rows: readonly RowNow[], { language }: Policy): string => {
  const names = rows.slice(0, named).map(({ row }) => row.pupil);
  const more = rows.length - names.length;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(
    more > 0 ? [...names, `${more} more`] : names,
  );
};
