/** What the page “Weekly list” says. */
const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

export const tabWeeklyListWords = {
  title: (week: number) => `Weekly list · week ${week}`,
  span: (from: string, until: string) => `${from} – ${until}`,
  before: 'The week before',
  after: 'The week after',
  thisWeek: 'This week',
  standing: {
    empty: {
      title: 'Nothing is on this list yet',
      detail:
        'Visits that are asked for come onto it by themselves. Put in the attendance figures below.',
    },
    signed: (count: number) => `${rows(count)}, all signed.`,
    unsigned: (count: number, unsigned: number) =>
      `${rows(count)}. ${unsigned} ${unsigned === 1 ? 'needs' : 'need'} a signature.`,
    removed: (count: number) =>
      `${rows(count)} that ${count === 1 ? 'was' : 'were'} signed ${count === 1 ? 'is' : 'are'} not on the list any more. The signature of the others stands.`,
    who: (who: string, clause: string) => `Signed by ${who} before anybody goes (${clause}).`,
    each: 'Each home keeps a risk assessment of its own: no answers are copied from one row to another.',
  },
  chart: { label: 'Rows by risk', none: 'No visit yet' },
  filters: {
    label: 'Which rows',
    day: 'Day',
    staff: 'Who goes',
    risk: 'Risk',
    state: 'Signature',
    all: 'All',
    states: { unsigned: 'Not signed', signed: 'Signed' },
    found: (count: number, all: number) =>
      count === all ? `All ${rows(all)}` : `${count} of ${rows(all)}`,
    none: { title: 'No row fits', detail: 'Choose “All” again to see the rest.' },
  },
  table: {
    label: 'The rows of the list',
    number: 'No.',
    visit: 'Visit',
    signature: 'Signature',
    noVisit: 'No visit asked for yet',
    states: { signed: 'Signed', added: 'Added', changed: 'Changed' },
    own: 'You go, or asked: somebody else signs',
    lacks: (what: string) => `Missing: ${what}`,
    first: 'High first, then what was changed or added since the last signature.',
    remove: (pupil: string) => `Take off: ${pupil}`,
    removeShort: 'Take off',
  },
  pages: {
    label: 'Pages of the list',
    place: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: 'Previous page',
    next: 'Next page',
  },
  sign: {
    title: 'Sign',
    shown: (shown: number, all: number) =>
      shown === all
        ? `You have been shown all ${rows(all)}.`
        : `You have been shown ${shown} of ${rows(all)}.`,
    unseen: (all: number, high: number) =>
      `I sign all ${rows(all)}, ${high} High, without having seen every one`,
    button: {
      'sign-list': (count: number) => `Sign ${rows(count)}`,
      'add-to-list': (count: number) => `Sign ${count === 1 ? '1 addition' : `${count} additions`}`,
    },
    own: (count: number) =>
      `${rows(count)} you go on or asked for ${count === 1 ? 'is' : 'are'} left for somebody else to sign.`,
    lacking: (count: number) =>
      `${rows(count)} with something missing ${count === 1 ? 'is' : 'are'} not signed.`,
    nothing: 'There is nothing for you to sign now.',
    changed: 'The list has changed while you looked. What changed is shown first.',
  },
  send: {
    button: 'Send for signature',
    again: 'Send again',
    hint: (who: string) => `One card goes to ${who}.`,
  },
  put: {
    title: 'Attendance figures',
    hint: 'Pupil, address, parents, contacts and attendance: nothing else goes on the list. Paste rows from a spreadsheet, choose a CSV file, or add one by hand.',
    paste: 'Paste',
    byHand: 'One by hand',
    text: 'Rows',
    file: 'Choose a CSV file',
    fileTooLong: 'The file is too long to be a list.',
    fileUnreadable: 'The file could not be read. Save it as CSV (UTF-8) and try again.',
    previewed: (good: number, bad: number) =>
      bad === 0
        ? `${rows(good)} can be taken.`
        : `${rows(good)} can be taken. ${bad === 1 ? '1 line cannot' : `${bad} lines cannot`}.`,
    leftOut: (names: string) => `Left out, because the list has no place for it: ${names}.`,
    bad: 'Lines that cannot be taken',
    line: (line: number) => `Line ${line}`,
    take: (count: number) => `Put ${rows(count)} on the list`,
    replace: 'These are all: take off whoever is not among them',
    add: 'Put on the list',
    kept: 'What could not be taken stays in the box, to be put right.',
    preview: 'What will be taken',
  },
  history: {
    title: 'Signed copies',
    none: 'Nothing has been signed of this week yet.',
    list: (by: string, when: string, count: number) =>
      `${by} signed the list, ${when}: ${rows(count)}`,
    additions: (by: string, when: string, count: number) =>
      `${by} signed additions, ${when}: ${rows(count)}`,
    unseen: 'Signed without having been shown every row, as the signer said.',
    void: {
      changed: 'Changed by hand in SharePoint: it counts for nothing.',
      deleted: 'Deleted in SharePoint: it counts for nothing.',
    },
    following: 'SharePoint has yet to take it.',
    open: 'Show word for word',
    close: 'Close',
    dialog: (by: string, when: string) => `Signed by ${by}, ${when}`,
    frozen: 'The rows as they were signed',
  },
  csv: { button: 'Save as CSV', name: (week: string) => `weekly-list-${week}.csv` },
} as const;
