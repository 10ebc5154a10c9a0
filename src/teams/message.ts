import type { Card } from './cards/parts.ts';
import type { OutgoingActivity } from './connector.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** What a notification shows of a card is its summary: a reference, never a name. */
export const cardActivity = (card: Card, summary: string): OutgoingActivity => ({
  type: 'message',
  summary,
  attachments: [{ contentType: cardType, content: card }],
});

/** Plain: nothing anybody wrote is drawn as anything but itself. */
export const textActivity = (
  text: string,
  suggestions: readonly string[] = [],
): OutgoingActivity => ({
  type: 'message',
  text,
  textFormat: 'plain',
  ...(suggestions.length > 0 && {
    suggestedActions: {
      to: [],
      actions: suggestions.map((title) => ({ type: 'imBack', title, value: title })),
    },
  }),
});

/** Shown in the activity feed too, so that it is noticed. */
export const alerting = (activity: OutgoingActivity): OutgoingActivity => ({
  ...activity,
  importance: 'high',
  channelData: { notification: { alert: true } },
});
