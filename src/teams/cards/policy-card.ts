/** Asks somebody to read the policy as it now stands, and takes their word for it. */
import type { Words } from '../../words/words.ts';
import { type Action, type Card, card, execute, openUrl, subtle, text, title } from './parts.ts';

type PolicyDrawing = {
  readonly title: string;
  readonly version: string;
  readonly changes: readonly string[];
  readonly words: Words;
  readonly newId: () => string;
  readonly link: (page: string) => string;
};

/** So many changes stand on the card; the page has all of them. */
const mostChanges = 6;

export const policyCard = ({ words, link, ...drawing }: PolicyDrawing): Card => {
  const { policyPage } = words;
  const shown = drawing.changes.slice(0, mostChanges);
  return card(
    [
      title(policyPage.askToRead(drawing.title)),
      ...(shown.length > 0 ? [subtle(policyPage.changed)] : []),
      ...shown.map((change) => text(`• ${change}`, { spacing: 'None' })),
      ...(drawing.changes.length > mostChanges ? [subtle('…')] : []),
    ],
    [confirmButton(drawing, policyPage.readButton), openUrl(policyPage.openPolicy, link('policy'))],
  );
};

/** The version that was shown goes back with it. */
export const confirmButton = (
  { version, newId }: Pick<PolicyDrawing, 'version' | 'newId'>,
  label: string,
  visit?: string,
): Action =>
  execute({
    verb: 'confirm-policy-read',
    title: label,
    data: { version, command: newId(), ...(visit !== undefined && { visit }) },
    alone: true,
  });
