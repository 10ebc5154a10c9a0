/** The week's list as it stands now, from the diary alone. */
import { listSignersInWords } from '../approval/approval.ts';
import { may } from '../people/access.ts';
import { namesOf, type Roster, type StaffMember } from '../people/staff.ts';
import { clauseOf, type Policy } from '../policy/policy.ts';
import { officeStatus } from '../visits/office-status.ts';
import { daysAfter, mondayOf, schoolDay, type VisitId, weekOf } from '../vocabulary.ts';
import { compile, lacksOf, listContent, rowHash } from '../weekly-list/row.ts';
import { isListSigner, type SignVerb, signableBy } from '../weekly-list/sign.ts';
import { diffSince, isOwn, type ListDiff, type RowNow } from '../weekly-list/signed.ts';
import type { VisitView, World } from './ports.ts';
import { type KeptCopy, type KeptWeek, type OpenWeek, openWeek, signedIn } from './weekly-kept.ts';
import type { SeenCopy, SeenList, SeenRow } from './weekly-seen.ts';

export type Views = () => Promise<readonly VisitView[]>;

export type ListNow = OpenWeek & {
  readonly week: string;
  readonly diff: ListDiff;
  readonly content: string;
  readonly views: ReadonlyMap<VisitId, VisitView>;
};

/** What is compiled, and the visits asked for, held against what has been signed. */
export const listNow = async (world: World, views: Views, week: string): Promise<ListNow> => {
  const [open, all] = await Promise.all([openWeek(world, week), views()]);
  return listWith(world, week, open, all);
};

export const listWith = (
  world: Pick<World, 'keys'>,
  week: string,
  open: OpenWeek,
  all: readonly VisitView[],
): ListNow => {
  const { hmac } = world.keys;
  const rows = compile(week, open.kept.figures, all).map(
    (row) => [row, rowHash(week, row, hmac)] as const,
  );
  return {
    ...open,
    week,
    diff: diffSince(rows, signedIn(open.kept)),
    content: listContent(
      week,
      rows.map(([, hash]) => hash),
      hmac,
    ),
    views: new Map(all.map((view) => [view.id, view])),
  };
};

/** Which signature is next: of the list, or of what was added to it. */
const nextVerb = (kept: KeptWeek): SignVerb =>
  signedIn(kept).length === 0 ? 'sign-list' : 'add-to-list';

export const thisWeek = (world: Pick<World, 'now'>): string => weekOf(schoolDay(world.now()));

type Given = { readonly policy: Policy; readonly roster: Roster; readonly today: string };

/** The list as this person sees it. */
export const seenList = (now: ListNow, person: StaffMember, given: Given): SeenList => {
  const { policy, roster, today } = given;
  const { week, diff, kept, content } = now;
  const from = mondayOf(week) ?? '';
  const verb = nextVerb(kept);
  const maySign = may(verb, person) && isListSigner(person, policy);
  const open = maySign && from !== '' && today <= daysAfter(from, 6);
  const signable = new Set(open ? signableBy(diff, { verb, person }) : []);
  const needed = diff.rows.some((row) => signable.has(row) && row.state !== 'signed');
  return {
    week,
    number: Number(week.slice(6)),
    from,
    until: daysAfter(from, 6),
    content,
    rows: diff.rows.map((row, index) => seenRow(row, index + 1, { now, person, roster })),
    counts: diff.counts,
    unsigned: diff.unsigned.length,
    removed: diff.removed,
    copies: kept.copies.map(seenCopy).toReversed(),
    signers: listSignersInWords(policy),
    clause: clauseOf(policy, 'weekly-list/right-role'),
    signable: needed
      ? diff.rows.flatMap((row, index) => (signable.has(row) ? [index + 1] : []))
      : [],
    verb,
    mayCompile: may('compile-list', person),
    maySign,
    sent: kept.sent === content,
  };
};

type RowGiven = {
  readonly now: ListNow;
  readonly person: StaffMember;
  readonly roster: Roster;
};

const seenRow = (
  { row, state }: RowNow,
  number: number,
  { now, person, roster }: RowGiven,
): SeenRow => {
  const { visit } = row;
  const view = visit && now.views.get(visit.id);
  return {
    number,
    id: row.id,
    pupil: row.pupil,
    address: row.address,
    parents: row.parents,
    contacts: row.contacts,
    attendance: row.attendance,
    state,
    lacks: lacksOf(row),
    own: isOwn(row, person.id),
    ...(visit === undefined || view === undefined
      ? {}
      : {
          visit: {
            reference: visit.reference,
            day: visit.day,
            start: visit.start,
            visitors: namesOf(roster, visit.visitors),
            risk: visit.level,
            status: officeStatus(view.visit),
          },
        }),
  };
};

export const seenCopy = (copy: KeptCopy): SeenCopy => ({
  id: copy.id,
  how: copy.how,
  by: copy.byName,
  at: copy.at,
  rows: copy.hashes.length,
  seenAll: copy.seenAll,
  ...(copy.void === undefined ? {} : { void: copy.void }),
  filed: copy.filed,
});
