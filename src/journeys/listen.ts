/** The code word is listened for in all that people write, before anything else is done with it. */
import {
  type CommandId,
  commandId,
  minutesAfter,
  type PersonId,
  type VisitId,
} from '../vocabulary.ts';
import { codeWordIn, keepCodeWord } from './code-words.ts';
import { handleDuress } from './duress.ts';
import { openPage, visitOn } from './page.ts';
import type { VisitView, World } from './ports.ts';

type Written = {
  readonly texts: Readonly<Record<string, string>>;
  readonly by: PersonId;
  readonly command: CommandId;
  /** The visit that it was written on, where the writer may see one: a call from the field is logged there. */
  readonly on?: () => Promise<VisitId | undefined>;
};

type Views = () => Promise<readonly VisitView[]>;

/** The texts with nothing left of a code word, once those who answer alarms are being told; undefined where there was none. */
export const listenIn = async (
  world: World,
  views: Views,
  { texts, by, command, on }: Written,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const heard = await codeWordIn(world, texts);
  if (heard === undefined) return undefined;
  const visit = heard.visit ?? (await whereTheyAre(views, by, on));
  await handleDuress(world, visit ?? `person-${by}`, {
    verb: 'hear-code-word',
    id: commandId(`heard ${command}`),
    by,
    visit,
  });
  return heard.texts;
};

/** The visit they are out on; else the one it was written on; else the next that they go on. */
const whereTheyAre = async (
  views: Views,
  by: PersonId,
  on: Written['on'],
): Promise<VisitId | undefined> => {
  const theirs = (await views())
    .filter(({ visit }) => visit.proposal.visitors.includes(by))
    .toSorted((one, other) => (one.visit.proposal.start < other.visit.proposal.start ? -1 : 1));
  const out = theirs.find(({ visit }) => visit.status === 'out');
  const next = theirs.find(({ visit }) => visit.status === 'approved');
  return out?.id ?? (await on?.()) ?? next?.id;
};

const listenedForMinutes = 48 * 60;

/** False where it is too short. It is listened for until long after they are due back. */
export const agreeCodeWord = async (
  world: World,
  id: VisitId,
  phrase: string,
): Promise<boolean> => {
  const visit = visitOn((await openPage(world, id)).page);
  const from = visit.status === 'unsubmitted' ? world.now() : visit.proposal.dueBack;
  return keepCodeWord(world, id, { phrase, until: minutesAfter(from, listenedForMinutes) });
};
