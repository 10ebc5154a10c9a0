import { approvalCard } from './approval-card.ts';
import type { Drawing } from './drawing.ts';
import { officeCard } from './office-card.ts';
import type { Card } from './parts.ts';
import { visitorCard } from './visitor-card.ts';

/** The one card of a visit for one person: by what they are to it. */
export const visitCard = (drawing: Drawing): Card => {
  const { relations, alarms } = drawing.seen;
  if (relations.includes('visitor')) return visitorCard(drawing);
  const watched = alarms.some(({ state }) => state !== 'settled');
  const decides = relations.includes('approver') || relations.includes('adopter');
  if (decides && !watched) return approvalCard(drawing);
  return officeCard(drawing);
};
