/** What somebody does to the week's list: puts it together, sends it, signs it. */
import { type Act, may, notForYou } from '../people/access.ts';
import { memberOf, namesOf, type Roster, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import { type CommandId, mondayOf, type PersonId, type Refusal, schoolDay } from '../vocabulary.ts';
import { figureKey } from '../weekly-list/figure.ts';
import { readFigures } from '../weekly-list/read-figures.ts';
import { decideSigning, pupilsOf, type SignAsk, type Signing } from '../weekly-list/sign.ts';
import type { RowNow, SignedCopy } from '../weekly-list/signed.ts';
import { DiaryClash } from './diary.ts';
import type { World } from './ports.ts';
import { fileLater, fileNow } from './weekly-file.ts';
import {
  changeWeek,
  type KeptWeek,
  openWeek,
  partitionOf,
  putCopy,
  putWeek,
} from './weekly-kept.ts';
import { type ListNow, listNow, seenList, type Views } from './weekly-list.ts';
import type { SeenList } from './weekly-seen.ts';
import { cardChanges, listSigners, noticeChanges, weekWords } from './weekly-tell.ts';

export const listVerbs = ['compile-list', 'send-list', 'sign-list', 'add-to-list'] as const;
export type ListVerb = (typeof listVerbs)[number] & Act;

export type ListPress = {
  readonly verb: ListVerb;
  readonly week: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly command: CommandId;
  readonly by: PersonId;
};

export type ListPressed =
  | { readonly kind: 'done'; readonly list: SeenList; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

type Turn = {
  readonly world: World;
  readonly views: Views;
  readonly asked: ListPress;
  readonly person: StaffMember;
  readonly policy: Policy;
  readonly roster: Roster;
};

/** What it came to, in a sentence; or why not. */
type Came =
  | { readonly kind: 'done'; readonly note: string }
  | Extract<Signing, { kind: 'refused' }>;

export const pressList = async (
  world: World,
  views: Views,
  asked: ListPress,
): Promise<ListPressed> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const person = memberOf(roster, asked.by);
  const barred =
    person === undefined || !may(asked.verb, person) || policy.weeklyList.rule === 'off';
  if (barred || mondayOf(asked.week) === undefined) {
    await world.note({ what: 'refused', verb: asked.verb, by: asked.by });
    return { kind: 'refused', refusals: [notForYou(policy)] };
  }
  const turn: Turn = { world, views, asked, person, policy, roster };
  const came = await world.inTurn(partitionOf(asked.week), () => doOnce(turn));
  if (came.kind === 'refused') {
    if (came.refusals.some(({ rule }) => rule === 'weekly-list/right-role'))
      await world.note({ what: 'refused', verb: asked.verb, by: asked.by });
    return came;
  }
  const now = await listNow(world, views, asked.week);
  const today = schoolDay(world.now());
  return { kind: 'done', list: seenList(now, person, { policy, roster, today }), note: came.note };
};

const doOnce = async (turn: Turn): Promise<Came> => {
  const { world, asked } = turn;
  const { kept } = await openWeek(world, asked.week);
  if (kept.commands.includes(nameOf(asked))) return { kind: 'done', note: '' };
  switch (asked.verb) {
    case 'compile-list':
      return asked.inputs['remove'] === undefined ? compileFrom(turn) : removeFrom(turn);
    case 'send-list':
      return send(turn);
    case 'sign-list':
    case 'add-to-list':
      return sign(turn, asked.verb);
    default:
      return asked.verb satisfies never;
  }
};

/** Named after who sends it, too: nobody reaches another's by sending its id again. */
const nameOf = ({ by, command }: ListPress): string => `${by} ${command}`;

const seen = (kept: KeptWeek, asked: ListPress): KeptWeek => ({
  ...kept,
  commands: [...kept.commands, nameOf(asked)],
});

/** Takes what can be read. A pupil who is there already is told of anew. */
const compileFrom = async ({ world, asked, policy }: Turn): Promise<Came> => {
  const { figures, bad } = readFigures(asked.inputs['text'] ?? '');
  const field = 'text';
  if (figures.length === 0)
    return { kind: 'refused', refusals: [refusal(policy, 'weekly-list/readable', { field })] };
  const added = new Map(figures.map((figure) => [figureKey(figure), figure]));
  const stays = (kept: KeptWeek) =>
    asked.inputs['how'] === 'replace'
      ? []
      : kept.figures.filter((figure) => !added.has(figureKey(figure)));
  await changeWeek(world, asked.week, (kept) => ({
    kept: { ...seen(kept, asked), figures: [...stays(kept), ...figures] },
  }));
  return { kind: 'done', note: weekWords(policy).said.compiled(figures.length, bad.length) };
};

const removeFrom = async ({ world, asked, policy }: Turn): Promise<Came> => {
  const gone = asked.inputs['remove'];
  await changeWeek(world, asked.week, (kept) => ({
    kept: {
      ...seen(kept, asked),
      figures: kept.figures.filter((figure) => figureKey(figure) !== gone),
    },
  }));
  return { kind: 'done', note: weekWords(policy).said.removed };
};

/** One card to each who signs, though there be five hundred rows. */
const send = async ({ world, views, asked, policy, roster }: Turn): Promise<Came> => {
  const now = await listNow(world, views, asked.week);
  if (now.diff.unsigned.length === 0)
    return { kind: 'refused', refusals: [refusal(policy, 'weekly-list/something-to-sign')] };
  const to = listSigners(roster, policy);
  await changeWeek(world, asked.week, (kept) => ({
    kept: { ...seen(kept, asked), sent: now.content, sentBy: asked.by },
    more: cardChanges(world, asked.week, now.content, to),
  }));
  const names = namesOf(
    roster,
    to.map(({ id }) => id),
  );
  return { kind: 'done', note: weekWords(policy).said.sent(names) };
};

const askOf = ({ asked: { inputs } }: Turn, verb: SignAsk['verb']): SignAsk => ({
  verb,
  content: inputs['content'] ?? '',
  shown: numbersIn(inputs['shown'] ?? ''),
  unseen: inputs['unseen'] === 'yes',
});

const mostNumber = 10_000;

/** Reads `1-50,61`. */
const numbersIn = (text: string): ReadonlySet<number> => {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/u.exec(part) ?? [];
    if (first === undefined || Number(last) > mostNumber) continue;
    for (let number = Number(first); number <= Number(last); number += 1) numbers.add(number);
  }
  return numbers;
};

/** The signature stands once the diary holds it; SharePoint has it in the same breath, or as soon as it answers. */
const sign = async (turn: Turn, verb: SignAsk['verb']): Promise<Came> => {
  const { world, views, asked, policy, person } = turn;
  const now = await listNow(world, views, asked.week);
  const signing = decideSigning(askOf(turn, verb), {
    policy,
    person,
    week: asked.week,
    today: schoolDay(world.now()),
    content: now.content,
    diff: now.diff,
    signedBefore: now.kept.copies.some((copy) => copy.void === undefined),
  });
  if (signing.kind === 'refused') return signing;
  const copy = copyOf(turn, now, signing);
  await keep(turn, now, copy);
  const filed = await fileNow(world, copy);
  return { kind: 'done', note: said(turn, signing, filed) };
};

const copyOf = (
  { world, asked, person, policy, roster }: Turn,
  { content }: ListNow,
  { rows, seenAll }: Extract<Signing, { kind: 'accepted' }>,
): SignedCopy => ({
  id: world.keys.hmac(`signed list\n${asked.week}\n${nameOf(asked)}`),
  week: asked.week,
  how: asked.verb === 'sign-list' ? 'list' : 'additions',
  by: person.id,
  byName: person.name,
  at: world.now(),
  policy: policy.version,
  content,
  seenAll,
  rows: rows.map((now) => frozen(now, roster)),
});

const frozen = ({ row, hash }: RowNow, roster: Roster): SignedCopy['rows'][number] => ({
  hash,
  id: row.id,
  family: row.family,
  pupil: row.pupil,
  address: row.address,
  parents: row.parents,
  contacts: row.contacts,
  attendance: row.attendance,
  reference: row.visit?.reference ?? '',
  day: row.visit?.day ?? '',
  visitors: row.visit === undefined ? '' : namesOf(roster, row.visit.visitors),
  risk: row.visit?.level ?? '',
});

/** Throws DiaryClash where the list changed while it was signed. */
const keep = async (turn: Turn, { kept, version }: ListNow, copy: SignedCopy): Promise<void> => {
  const { world, asked } = turn;
  const { id, how, by, byName, at, seenAll, rows } = copy;
  const keptCopy = {
    ...{ id, how, by, byName, at, seenAll },
    hashes: rows.map(({ hash }) => hash),
    rows: rows.map((row) => [row.id, row.family] as const),
    filed: false,
    items: [],
  };
  const next = { ...seen(kept, asked), copies: [...kept.copies, keptCopy] };
  const changes = [
    putWeek(world, asked.week, { kept: next, version }),
    putCopy(world, copy),
    ...fileLater(world, copy),
    ...tellSender(turn, kept, copy),
  ];
  if ((await world.diary.commit(changes)) === 'clash')
    throw new DiaryClash('The list changed since it was read.');
};

const tellSender = ({ world, asked, policy, person }: Turn, kept: KeptWeek, copy: SignedCopy) => {
  const { sentBy } = kept;
  if (sentBy === undefined || sentBy === person.id) return [];
  const number = Number(asked.week.slice(6));
  const text = weekWords(policy).notices.signed(copy.byName, number, copy.rows.length);
  return noticeChanges(world, asked.week, { name: `signed ${copy.id}`, text, to: [sentBy] });
};

const said = (
  { policy }: Turn,
  { rows, own, lacking }: Extract<Signing, { kind: 'accepted' }>,
  filed: boolean,
): string => {
  const words = weekWords(policy).said;
  return [
    words.signed(rows.length),
    ...(own.length === 0 ? [] : [words.own(pupilsOf(own, policy))]),
    ...(lacking.length === 0 ? [] : [words.lacking(pupilsOf(lacking, policy))]),
    ...(filed ? [] : [words.following]),
  ].join(' ');
};
