import { isJson, type Json, listOf, textOf } from '../json.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** The Adaptive Card of a message, if it has one. */
export const cardOf = (activity: Json): Json | null => {
  const { attachments } = activity;
  const found = listOf(attachments).find(
    (one) => isJson(one) && textOf(one['contentType'])?.toLowerCase() === cardType,
  );
  const { content } = isJson(found) ? found : {};
  return isJson(content) ? content : null;
};
