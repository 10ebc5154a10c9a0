import type { ColumnDefinition, ColumnType } from './column-definition.ts';

type Facet = Pick<ColumnDefinition, ColumnType>;

const system = (name: string, facet: Facet, displayName = name): ColumnDefinition => ({
  id: `system-${name}`,
  name,
  displayName,
  description: '',
  columnGroup: '_Hidden',
  enforceUniqueValues: false,
  hidden: false,
  indexed: false,
  readOnly: true,
  required: false,
  ...facet,
});

const person = { personOrGroup: { allowMultipleSelection: false } };
const moment = { dateTime: { format: 'dateTime' as const } };
const words = { text: { allowMultipleLines: false, textType: 'plain' as const } };

/** What SharePoint keeps beside every item: readable, never writable, and not indexed. */
export const systemColumns: readonly ColumnDefinition[] = [
  system('id', { number: {} }, 'ID'),
  system('ContentType', words, 'Content Type'),
  system('Modified', moment),
  system('Created', moment),
  system('Author', person, 'Created By'),
  system('Editor', person, 'Modified By'),
  system('_UIVersionString', words, 'Version'),
  system('Attachments', { boolean: {} }),
];

/** The one column of its own that every new list begins with. */
export const titleColumn: ColumnDefinition = {
  ...system('Title', { text: { allowMultipleLines: false, textType: 'plain', maxLength: 255 } }),
  id: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247',
  columnGroup: 'Custom Columns',
  readOnly: false,
  required: true,
};
