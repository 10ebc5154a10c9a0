/** The school's lists in memory, as quick as a thousand days need them, and as moody as SharePoint. */
import type { Books } from '../../src/journeys/ports.ts';
import {
  AlreadyWritten,
  type Book,
  BookClash,
  BookClosed,
  type Columns,
  type Item,
} from '../../src/register/book.ts';
import { lists } from '../../src/register/lists.ts';

/** `lost`: it is written, and the answer never comes. */
export type Mood = 'open' | 'closed' | 'lost';

/** What a note column holds at all. */
const longestNote = 63_999;

export type MemoryBooks = ReturnType<typeof memoryBooks>;

export const memoryBooks = () => {
  let mood: Mood = 'open';
  let revision = 0;
  const closed = () => new BookClosed('SharePoint does not answer.');
  const writing = <T>(write: () => T): T => {
    if (mood === 'closed') throw closed();
    const written = write();
    if (mood === 'lost') throw closed();
    return written;
  };
  const reading = <T>(read: () => T): T => {
    if (mood !== 'open') throw closed();
    return read();
  };
  const book = (key: string): Book & { readonly items: () => readonly Item[] } => {
    const items = new Map<string, Item & { readonly at: number }>();
    const put = (item: string, columns: Columns) => {
      if (Object.values(columns).some((value) => String(value).length > longestNote))
        throw new Error('A note takes no more than 63,999 characters.');
      revision += 1;
      const place = { item, revision: String(revision) };
      const before = items.get(item)?.columns;
      const kept = { ...before, ...columns };
      items.set(item, {
        place,
        columns: kept,
        changedBy: 'Home Visits',
        changedByApp: true,
        at: revision,
      });
      return place;
    };
    const named = (name: string) =>
      [...items.values()].find(({ columns }) => columns[key] === name);
    return {
      items: () => [...items.values()],
      create: async (name, columns) =>
        writing(() => {
          if (named(name) !== undefined) throw new AlreadyWritten('It is there.');
          return put(String(items.size + 1), { ...columns, [key]: name });
        }),
      update: async (place, columns) =>
        writing(() => {
          if (items.get(place.item)?.place.revision !== place.revision)
            throw new BookClash('Somebody has written since.');
          return put(place.item, columns);
        }),
      read: async (item) => reading(() => items.get(item)),
      find: async (name) => reading(() => named(name)),
      where: async (column, value) =>
        reading(() => [...items.values()].filter(({ columns }) => columns[column] === value)),
      changes: async (token) =>
        reading(() => ({
          items: [...items.values()].filter(({ at }) => at > Number(token ?? 0)),
          deleted: [],
          token: String(revision),
        })),
    };
  };
  const made = new Map<string, ReturnType<typeof book>>();
  const of = (site: string, list: string) => {
    const name = `${site} ${list}`;
    const plan = lists.find((each) => each.site === site && each.list === list);
    if (plan === undefined) throw new Error(`There is no list ${name}.`);
    const opened = made.get(name) ?? book(plan.key);
    made.set(name, opened);
    return opened;
  };
  const books: Books = {
    visits: of('HomeVisits', 'Visits'),
    visitsMore: of('HomeVisits', 'HistoryMore'),
    weeklyLists: of('HomeVisits', 'WeeklyLists'),
    activity: of('HomeVisits', 'Activity'),
    registersActivity: of('HomeVisitsRegisters', 'Activity'),
    staff: of('HomeVisitsRegisters', 'Staff'),
    vehicles: of('HomeVisitsRegisters', 'Vehicles'),
    devices: of('HomeVisitsRegisters', 'Devices'),
    duty: of('HomeVisitsRegisters', 'DutyRota'),
    calendar: of('HomeVisitsRegisters', 'Calendar'),
    policies: of('HomeVisitsRegisters', 'Policies'),
    policyReadings: of('HomeVisitsRegisters', 'PolicyReadings'),
    assessments: of('Safeguarding', 'RiskAssessments'),
    safeguardingMore: of('Safeguarding', 'HistoryMore'),
    homes: of('Safeguarding', 'Homes'),
    hazards: of('Safeguarding', 'Hazards'),
    standing: of('Safeguarding', 'StandingAssessments'),
    concerns: of('Safeguarding', 'Concerns'),
    incidents: of('Safeguarding', 'Incidents'),
    governance: of('Governance', 'Allegations'),
    governanceMore: of('Governance', 'HistoryMore'),
  };
  return {
    books,
    items: (site: string, list: string) => of(site, list).items(),
    feel: (next: Mood) => {
      mood = next;
    },
    mood: () => mood,
  };
};
