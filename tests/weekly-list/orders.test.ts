/** Under a policy with a list, whatever is asked, by whom, in whatever order: nobody leaves without both signatures. */
import { describe, expect, it } from '@jest/globals';
import type { StaffMember } from '../../src/people/staff.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { type Instant, minutesAfter, visitId } from '../../src/vocabulary.ts';
import type { Figure } from '../../src/weekly-list/figure.ts';
import { compile, type ListRow, listContent, rowHash } from '../../src/weekly-list/row.ts';
import { decideSigning } from '../../src/weekly-list/sign.ts';
import { diffSince, isSigned, type Signed } from '../../src/weekly-list/signed.ts';
import { at, bevan, jo, okafor, sam } from '../builders/cast.ts';
import { everyCheck, hash } from '../builders/visits.ts';
import {
  afterwards,
  type Changes,
  contentOf,
  decideUnder,
  formUnder,
  policies,
} from '../policy/six-packs.ts';
import { fc, runs } from '../support/properties.ts';

const policy = policies.HC;
const week = '2026-W48';
const id = visitId('v1');

type Turn = {
  readonly by: StaffMember;
  readonly what: string;
  readonly changes: Changes;
  readonly percent: number;
};

const turn: fc.Arbitrary<Turn> = fc.record({
  by: fc.constantFrom(okafor, okafor, okafor, bevan, sam, sam, jo),
  what: fc.constantFrom(
    ...['submit', 'submit', 'approve', 'approve', 'adopt', 'ready', 'ready'],
    ...['sign', 'sign', 'sign-unseen', 'compile', 'void', 'depart', 'depart'],
  ),
  changes: fc.constantFrom<Changes>(
    {},
    {},
    { address: '15 Ffordd y Môr' },
    { visitors: [sam.id, okafor.id] },
    { visitors: [sam.id, bevan.id] },
    { start: at('14:00'), dueBack: at('15:40') },
  ),
  percent: fc.constantFrom(61, 61, 62),
});

/** What leads to leaving, so that enough of the stories come that far; any step of it may be missing. */
const usual: readonly Turn[] = (
  [
    [bevan, 'approve'],
    [okafor, 'adopt'],
    [okafor, 'sign'],
    [sam, 'ready'],
    [sam, 'depart'],
  ] as const
).map(([by, what]) => ({ by, what, changes: {}, percent: 61 }));

const turns = fc
  .tuple(
    fc.array(turn, { maxLength: 20 }),
    fc.subarray([...usual], { minLength: 4 }),
    fc.array(turn, { maxLength: 12 }),
  )
  .map((parts) => parts.flat());

type Story = {
  readonly sofar: readonly Happening[];
  readonly figures: readonly Figure[];
  readonly signed: readonly (Signed & { readonly shown: readonly ListRow[] })[];
  readonly now: Instant;
};

const known = ({ sofar }: Story) => {
  const visit = visitAfter(sofar.map(({ event }) => event));
  return visit.status === 'unsubmitted' ? undefined : visit;
};

const rowsOf = (story: Story) => {
  const visit = known(story);
  const rows = compile(week, story.figures, visit === undefined ? [] : [{ id, visit }]);
  return rows.map((row) => [row, rowHash(week, row, hash)] as const);
};

const figure = (attendance: number): Figure => ({
  pupil: 'Siân O’Neill',
  address: '14 Ffordd y Môr',
  parents: 'Mair O’Neill',
  contacts: '01248 555 014',
  attendance,
});

const sign = (story: Story, { by, what }: Turn): Story => {
  const rows = rowsOf(story);
  const hashes = rows.map(([, one]) => one);
  const content = listContent(week, hashes, hash);
  const diff = diffSince(rows, story.signed);
  const signedBefore = story.signed.length > 0;
  const shown = new Set(what === 'sign' ? rows.map((_, index) => index + 1) : []);
  const verb = signedBefore ? ('add-to-list' as const) : ('sign-list' as const);
  const given = { policy, person: by, week, today: '2026-11-24', content, diff, signedBefore };
  const signing = decideSigning({ verb, content, shown, unseen: false }, given);
  if (signing.kind === 'refused') return story;
  const added = {
    by: by.id,
    hashes: new Set(signing.rows.map((one) => one.hash)),
    rows: signing.rows.map(({ row }) => [row.id, row.family] as const),
    shown: signing.rows.map(({ row }) => row),
  };
  return { ...story, signed: [...story.signed, added] };
};

const asksOf = ({ what, changes }: Turn, content: string): readonly VisitAsk[] => {
  switch (what) {
    case 'submit':
      return [{ verb: 'submit', form: formUnder('HC', { transport: 'By bus', ...changes }) }];
    case 'approve':
      return [{ verb: 'approve', content, note: '' }];
    case 'adopt':
      return [
        { verb: 'open-details', content },
        { verb: 'adopt-assessment', content },
      ];
    default:
      return [{ verb: 'depart', who: [] }];
  }
};

const readyOnes = (story: Story): Story => {
  const answers = everyCheck;
  const asks: readonly VisitAsk[] = [
    { verb: 'answer-health', adjustment: 'none' },
    { verb: 'confirm-reading' },
    { verb: 'check-departure', answers },
  ];
  const visitors = known(story)?.proposal.visitors ?? [];
  const sofar = visitors
    .flatMap((by) => asks.map((ask) => ({ by, ask })))
    .reduce((before, asked) => {
      const decided = decideUnder('HC', before, asked, { now: story.now });
      return decided.kind === 'accepted' ? [...before, ...decided.events] : before;
    }, story.sofar);
  return { ...story, sofar };
};

const next = (story: Story, one: Turn): Story => {
  if (one.what.startsWith('sign')) return sign(story, one);
  if (one.what === 'compile') return { ...story, figures: [figure(one.percent)] };
  if (one.what === 'void') return { ...story, signed: story.signed.slice(0, -1) };
  if (one.what === 'ready') return readyOnes(story);
  return asksOf(one, contentOf(story.sofar)).reduce((before, ask) => {
    const mine = rowsOf(before).find(([row]) => row.visit?.id === id);
    const listSigned = mine !== undefined && isSigned(mine[0], mine[1], before.signed);
    const by = ask.verb === 'depart' ? sam.id : one.by.id;
    const setting = { now: before.now, listSigned };
    const decided = decideUnder('HC', before.sofar, { by, ask }, setting);
    return decided.kind === 'accepted'
      ? { ...before, sofar: [...before.sofar, ...decided.events] }
      : before;
  }, story);
};

/** What a person reads of a row; nothing that the rules worked out. */
const said = (row: ListRow | undefined) =>
  row?.visit && {
    ...{ pupil: row.pupil, address: row.address, attendance: row.attendance },
    visitors: [...row.visit.visitors].sort(),
    day: row.visit.day,
    level: row.visit.level,
  };

describe('with a weekly list, in whatever order', () => {
  it('nobody leaves without both signatures, each for what is, by somebody whose visit it is not [HC-4.3 HC-4.4]', () => {
    let left = 0;
    const begun: Story = {
      sofar: afterwards('HC', [], {
        by: sam.id,
        ask: { verb: 'submit', form: formUnder('HC', { transport: 'By bus' }) },
      }),
      figures: [figure(61)],
      signed: [],
      now: at('13:40'),
    };
    fc.assert(
      fc.property(turns, (taken) => {
        let story = begun;
        for (const one of taken) {
          const before = story.sofar.length;
          story = next({ ...story, now: minutesAfter(story.now, 0.1) }, one);
          const newest = story.sofar.slice(before);
          if (!newest.some(({ event }) => event.type === 'departed')) continue;
          left += 1;
          const visit = known(story);
          const mine = [visit?.requestedBy, ...(visit?.proposal.visitors ?? [])];
          const now = rowsOf(story)
            .map(([row]) => row)
            .find((row) => row.visit?.id === id);
          const standing = story.signed.filter(({ shown }) =>
            shown.some((row) => JSON.stringify(said(row)) === JSON.stringify(said(now))),
          );
          expect(standing.length).toBeGreaterThan(0);
          expect(standing.some(({ by }) => by === okafor.id)).toBe(true);
          expect(mine).not.toContain(okafor.id);
          expect(visit?.decidedBy).toBe(bevan.id);
          expect(mine).not.toContain(bevan.id);
        }
      }),
      { numRuns: runs(60) },
    );
    expect(left).toBeGreaterThan(5);
  });
});
