/** What a list is made of. */
export type ColumnDefinition = {
  readonly name: string;
  readonly type: 'text' | 'note' | 'choice' | 'number' | 'boolean' | 'dateTime';
  /** For whoever reads the list. */
  readonly description: string;
  readonly indexed?: boolean;
  readonly unique?: boolean;
  readonly choices?: readonly string[];
};

export type ListDefinition = {
  /** The last part of the site's address. */
  readonly site: Site;
  readonly list: string;
  readonly description: string;
  /** The column whose values are unique. */
  readonly key: string;
  readonly columns: readonly ColumnDefinition[];
};

export type Site = 'HomeVisits' | 'HomeVisitsRegisters' | 'Safeguarding' | 'Governance';

type Column = (name: string, description: string) => ColumnDefinition;

/** One line, up to 255 letters. */
export const line: Column = (name, description) => ({ name, type: 'text', description });
/** Several lines; never indexed. */
export const note: Column = (name, description) => ({ name, type: 'note', description });
export const moment: Column = (name, description) => ({ name, type: 'dateTime', description });
export const number: Column = (name, description) => ({ name, type: 'number', description });

export const choice = (
  name: string,
  description: string,
  choices: readonly string[],
): ColumnDefinition => ({ name, type: 'choice', description, choices });

/** Can be filtered by. */
export const indexed = (column: ColumnDefinition): ColumnDefinition => ({
  ...column,
  indexed: true,
});

/** No two items alike; SharePoint needs an index for it. */
export const unique = (column: ColumnDefinition): ColumnDefinition => ({
  ...column,
  indexed: true,
  unique: true,
});

export const history = note(
  'History',
  'The full record, kept by the app and sealed. A change made here is noticed.',
);
