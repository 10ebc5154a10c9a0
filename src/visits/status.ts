/** How the office reads where a visit stands: one word per state, the same in card, tab, list and letter. */
export const officeStatuses = [
  'awaiting approval',
  'changes asked',
  'declined',
  'not authorised',
  'do not visit',
  'approved',
  'approval void',
  'out',
  'at the door',
  'inside',
  'left',
  'gone on',
  'holding with a child',
  'returned',
  'cancelled',
] as const;
export type OfficeStatus = (typeof officeStatuses)[number];

/** How a visit ended; empty while it has not. */
export const outcomes = [
  'held',
  'doorstep',
  'no answer',
  'no show',
  'late',
  'animals',
  'unsafe',
  'other',
] as const;
export type Outcome = (typeof outcomes)[number];
