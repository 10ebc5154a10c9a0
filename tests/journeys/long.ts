/** Visits whose history outgrows its column: what people write in them, and what the lists then hold. */
import type { Item } from '../../src/register/book.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { VisitId } from '../../src/vocabulary.ts';
import { form, quietHome } from '../builders/visits.ts';
import type { Tenant } from './tenant.ts';

/** As much as a field takes, of signs that are two letters long or become two in the list. */
const words = (count: number, times = 399): string => `${count} ${'😀"\né'.repeat(times)}`;

/** The request anew: some 25,000 letters in the list of visits, and as many in that of the assessments. */
export const editing = (count: number): VisitAsk => {
  const long = words(count);
  const told = {
    purposeNote: long,
    people: long,
    whyNotInSchool: long,
    appointmentNote: long,
    eveningReason: long,
    companions: long,
    refusedLeave: long,
    staffing: long,
    visitorRoles: long,
  };
  const action = words(count, 900);
  const actions = { q1: action, q2: action, q4: action, q5: action };
  const answers = { ...quietHome.answers, q1: 'yes', q2: 'yes', q4: 'yes', q5: 'yes' } as const;
  return { verb: 'edit', form: form(told, { ...quietHome, answers, actions, level: 'high' }) };
};

/** On the way: some 3,000 letters. */
export const planning = (count: number): VisitAsk => ({ verb: 'change-plan', what: words(count) });

type Listed = { readonly type: string; readonly command: string; readonly seal: string };
type Mark = { readonly earlier: readonly { readonly seal: string; readonly item: string }[] };

const isMark = (value: Listed | Mark): value is Mark => 'earlier' in value;

const read = (item: Item): readonly (Listed | Mark)[] =>
  JSON.parse(String(item.columns['History']));

/** All that the lists say happened to a visit, from the first part to the item itself, and how long each text is. */
export const wholeStory = async (
  tenant: Tenant,
  id: VisitId,
  which: 'visit' | 'assessment' = 'visit',
) => {
  const { visits, visitsMore, assessments, safeguardingMore } = tenant.books;
  const [book, more] = which === 'visit' ? [visits, visitsMore] : [assessments, safeguardingMore];
  const items = await tenant.itemsOf(book);
  const head = items.find(({ columns }) => columns['VisitKey'] === id);
  if (head === undefined) return { events: [], lengths: [], parts: [] };
  const [first] = read(head);
  const parts = await Promise.all(
    (first !== undefined && isMark(first) ? first.earlier : []).map(async ({ item }) => {
      const part = await more.read(item, 'background');
      if (part === undefined) throw new Error('A part is not there.');
      return part;
    }),
  );
  const all = [...parts, head];
  return {
    events: all.flatMap(read).filter((one): one is Listed => !isMark(one)),
    lengths: all.map(({ columns }) => String(columns['History']).length),
    parts,
  };
};
