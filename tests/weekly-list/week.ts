/** Holy Cross in the week of Tuesday 24 November 2026, with as many visits as a story needs. */
import { openHouse } from '../../src/journeys/house.ts';
import { openPage, putPage, withHappenings } from '../../src/journeys/page.ts';
import type { ListVerb } from '../../src/journeys/weekly-press.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { Proposal } from '../../src/visits/proposal.ts';
import { commandId, type PersonId, type VisitId, visitId } from '../../src/vocabulary.ts';
import { at, bevan, jo, okafor, registers, sam } from '../builders/cast.ts';
import { everyCheck } from '../builders/visits.ts';
import type { Tenant } from '../journeys/tenant.ts';
import { createClock, openWorld, type Playing } from '../journeys/world.ts';
import {
  afterwards,
  contentOf,
  formUnder,
  policies,
  type Setting,
  type Changes as Wanted,
} from '../policy/six-packs.ts';

export const week = '2026-W48';

export const holyCross = async (
  tenant: Tenant,
  more: Partial<Parameters<typeof openWorld>[0]> = {},
) => {
  const clock = createClock();
  const playing = await openWorld({ tenant, clock, policy: policies.HC, registers, ...more });
  return { clock, playing, house: openHouse(playing.world) };
};

let count = 0;
const name = (): string => {
  count += 1;
  return `list-command-${count}`;
};

type Changes = Wanted & { readonly requestedBy?: PersonId };

const dayBefore = '13:40';

/** Everything that Holy Cross asks for before the door, but the signature on the list. */
const steps = (content: string): readonly (readonly [StaffMember, VisitAsk])[] => [
  [okafor, { verb: 'open-details', content }],
  [okafor, { verb: 'adopt-assessment', content }],
  [bevan, { verb: 'approve', content, note: '' }],
  ...[sam, jo].flatMap((one) => [
    [one, { verb: 'answer-health', adjustment: 'none' }] as const,
    [one, { verb: 'confirm-reading' }] as const,
    [one, { verb: 'check-departure', answers }] as const,
  ]),
];

const answers = everyCheck;

/** A visit as it stands on its page: asked for, or signed by the senior manager and ready to leave. */
export const stand = async (
  { world }: Playing,
  id: string,
  changes: Changes = {},
  how: 'asked' | 'ready' = 'ready',
  setting: Setting = {},
): Promise<VisitId> => {
  const visit = visitId(id);
  const given = { hash: world.keys.hmac, reference: `HV-2026-${id}`, ...setting };
  const { requestedBy = sam.id, ...wanted } = changes;
  const form = formUnder('HC', { transport: 'By bus', ...wanted });
  const asked = { by: requestedBy, ask: { verb: 'submit', form } as const };
  const submitted = afterwards('HC', [], asked, given);
  const todo = how === 'ready' ? steps(contentOf(submitted)) : [];
  const happenings = todo.reduce(
    (sofar, [who, ask]) =>
      afterwards('HC', sofar, { by: who.id, ask }, { ...given, now: at(dayBefore) }),
    submitted,
  );
  const { page, version } = await openPage(world, visit);
  const next = { ...withHappenings(world, visit, page, happenings), told: happenings.length };
  await world.diary.commit([putPage(world, visit, { page: next, version })]);
  return visit;
};

type Inputs = Readonly<Record<string, string>>;

export const doing =
  ({ house }: Pick<Awaited<ReturnType<typeof holyCross>>, 'house'>, at = week) =>
  (verb: ListVerb, by: StaffMember, inputs: Inputs = {}, command = name()) =>
    house.weeklyList.press({ verb, week: at, inputs, command: commandId(command), by: by.id });

/** One line for each family, as it would be pasted from a spreadsheet. */
export const pasted = (...families: readonly Partial<Proposal>[]): string =>
  families
    .map(({ pupil = 'Elin Jones', address = '14 Ffordd y Môr, Bangor LL57 2AB' }) =>
      [pupil, address, 'Mair and Huw Jones', '01248 555 014', '61%'].join('\t'),
    )
    .join('\n');

export const listOf = async (
  { house }: Pick<Awaited<ReturnType<typeof holyCross>>, 'house'>,
  by: StaffMember,
  at = week,
) => {
  const list = await house.weeklyList.see(at, by.id);
  if (list === undefined) throw new Error(`${by.name} sees no list.`);
  return list;
};

/** As the tab sends it, once every row was on the screen. */
export const signAll = async (
  story: Pick<Awaited<ReturnType<typeof holyCross>>, 'house'>,
  by: StaffMember,
  more: Inputs = {},
) => {
  const list = await listOf(story, by);
  const inputs = { content: list.content, shown: `1-${list.rows.length}`, ...more };
  return doing(story)(list.verb, by, inputs);
};

export const rulesOf = (answer: {
  readonly kind: string;
  readonly refusals?: readonly { readonly rule: string }[];
}): readonly string[] => (answer.refusals ?? []).map(({ rule }) => rule);
