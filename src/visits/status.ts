/** How the office reads where a visit stands: one word per state, the same in card, tab, list and letter. */
export const officeStatuses = [
  'awaiting approval',
  'changes asked',
  'declined',
  'not authorised',
  'approved',
  'approval void',
  'out',
  'at the door',
  'inside',
  'left',
  'returned',
  'cancelled',
] as const;
export type OfficeStatus = (typeof officeStatuses)[number];
