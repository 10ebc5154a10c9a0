/** What is said of the week's list. */
const columns = {
  pupil: 'Pupil',
  address: 'Address',
  parents: 'Parents',
  contacts: 'Contacts',
  attendance: 'Attendance',
} as const;

type Column = keyof typeof columns;

type Counts = Readonly<Record<'high' | 'medium' | 'low' | 'none', number>>;

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

export const weeklyListWords = {
  columns,
  rows,
  week: (number: number) => `Week ${number}`,
  /** Why a line was not taken. */
  doubts: {
    missing: (column: Column) => `${columns[column]} is missing.`,
    'too-long': (column: Column, most: number) =>
      `${columns[column]} is too long: at most ${most} letters.`,
    unreadable: (said: string) => `“${said}” is not an attendance figure. Write it as 92.5%.`,
    doubtful: (said: string) => `Is “${said}” a share or a percentage? Write it with a %.`,
    beyond: (said: string) => `“${said}” is more than 100%.`,
    'too-many-cells': (cells: number) =>
      `It has ${cells} cells. Put a cell that holds a comma, such as “92,5”, in quotes.`,
    repeats: (earlier: number) => `It says the same as line ${earlier}, which is taken.`,
    contradicts: (earlier: number) =>
      `It is the same pupil as in line ${earlier}, with other words. Line ${earlier} is taken.`,
    'no-column': (column: Column) => `No column is headed ${columns[column]}.`,
    'too-many-rows': (most: number) => `A list takes at most ${most} homes.`,
    behind: 'It was not read, because a column is missing above.',
  },
  book: {
    signature: {
      list: (week: string) => `${week}: the list, signed`,
      additions: (week: string) => `${week}: additions, signed`,
    },
    part: (week: string, part: number, parts: number) => `${week}: rows, part ${part} of ${parts}`,
  },
  /** On the card and the page of a visit. */
  onSigned: (week: number, by: string, when: string) =>
    `On the signed list of week ${week} (${by}, ${when}).`,
  onUnsigned: (week: number) =>
    `On the list of week ${week}, which is not signed for this visit yet.`,
  said: {
    compiled: (taken: number, bad: number) =>
      bad === 0
        ? `${rows(taken)} taken.`
        : `${rows(taken)} taken. ${bad === 1 ? '1 line was' : `${bad} lines were`} not.`,
    removed: 'Taken off the list.',
    sent: (names: string) => `Sent to ${names}.`,
    signed: (count: number) => `Signed: ${rows(count)}.`,
    own: (names: string) =>
      `You go on these yourself, so somebody else has to sign them: ${names}.`,
    lacking: (names: string) => `Not signed, because something is missing: ${names}.`,
    following: 'SharePoint will have it in a moment.',
  },
  card: {
    title: (week: number, from: string, until: string) =>
      `Weekly list · week ${week} (${from} – ${until})`,
    empty: 'Nothing is on this list yet.',
    standing: (count: number, unsigned: number) =>
      unsigned === 0
        ? `${rows(count)}, all signed.`
        : `${rows(count)}, ${unsigned} ${unsigned === 1 ? 'needs' : 'need'} a signature.`,
    counts: ({ high, medium, low, none }: Counts) =>
      [
        `${high} High`,
        `${medium} Medium`,
        `${low} Low`,
        ...(none === 0 ? [] : [`${none} with no visit asked for`]),
      ].join(' · '),
    levels: { high: 'High', medium: 'Medium', low: 'Low' },
    highs: (count: number) => (count === 1 ? 'The High one' : `All ${count} that are High`),
    news: (count: number) =>
      count === 1 ? 'Added or changed since' : `${count} added or changed since`,
    more: (count: number) => `and ${count} more`,
    visit: 'Visit',
    noVisit: 'Nobody has asked for a visit yet.',
    changed: 'Changed since it was signed.',
    inTab: (count: number) =>
      `${rows(count)} are too many for a card. Open the list to look through them and sign.`,
    clause: (who: string, clause: string) => `Signed by ${who} before anybody goes (${clause}).`,
    sign: {
      'sign-list': (count: number) => `Sign ${rows(count)}`,
      'add-to-list': (count: number) => `Sign ${count === 1 ? '1 addition' : `${count} additions`}`,
    },
    open: 'Open the list',
    summary: (week: number) => `The list of week ${week}`,
  },
  notices: {
    signed: (by: string, week: number, count: number) =>
      `${by} signed the list of week ${week}: ${rows(count)}.`,
    left: (count: number) => `${rows(count)} still need a signature.`,
    compile: (week: number, from: string) =>
      `The list of visits for week ${week} (from ${from}) has not been put together yet. Open “Weekly list” to do it, and send it to be signed.`,
    changed: (week: number, by: string) =>
      `A signed list of week ${week} was changed by hand in SharePoint${by === '' ? '' : ` by ${by}`}. It counts for nothing now, and nobody leaves on it. Please look at it, and sign the list again.`,
    deleted: (week: number) =>
      `A signed list of week ${week} was deleted in SharePoint. It counts for nothing now, and nobody leaves on it. Please look at it, and sign the list again.`,
  },
} as const;
