import type { Refusal } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import type { Inputs } from '../house.ts';
import {
  type Card,
  card,
  complaint,
  type Element,
  execute,
  longInput,
  openChoice,
  openUrl,
  submit,
  subtle,
  text,
  textInput,
  title,
} from './parts.ts';
import { refusalText } from './refusal.ts';

type Asked = {
  readonly data: Element;
  readonly values: Inputs;
  readonly refusals: readonly Refusal[];
  /** A dialog is sent with Action.Submit, a card in the chat with Action.Execute. */
  readonly inDialog: boolean;
  readonly words: Words['cards'];
};

export const concernForm = ({ data, values, refusals, inDialog, words }: Asked): Card => {
  const { concern } = words;
  const fields = ['about', 'person', 'what'];
  const beside = (id: string) =>
    refusals
      .filter(({ field }) => field === id)
      .map((refusal) => complaint(refusalText(refusal, words)));
  const rest = refusals.filter(({ field }) => field === undefined || !fields.includes(field));
  const abouts = Object.entries(concern.abouts).map(([value, label]) => ({ title: label, value }));
  return card(
    [
      title(concern.title),
      text(concern.danger, { weight: 'Bolder' }),
      subtle(concern.intro),
      ...rest.map((refusal) => complaint(refusalText(refusal, words))),
      openChoice('about', concern.about, abouts, values),
      ...beside('about'),
      textInput('person', concern.person, values),
      ...beside('person'),
      longInput('what', concern.what, values),
      ...beside('what'),
    ],
    [
      inDialog
        ? submit(concern.send, { ...data, verb: 'raise-concern' })
        : execute({ verb: 'raise-concern', title: concern.send, style: 'positive', data }),
    ],
  );
};

/** By reference, never the words. */
export const concernAlert = (given: {
  readonly reference: string;
  readonly note?: string;
  readonly newId: () => string;
  readonly link: (page: string) => string;
  readonly words: Words['cards'];
}): Card => {
  const { reference, note, newId, link, words } = given;
  const { concern } = words;
  const data = () => ({ concern: reference, command: newId() });
  return card(
    [
      {
        type: 'Container',
        style: 'attention',
        bleed: true,
        items: [title(concern.alert(reference))],
      },
      subtle(concern.alertNote),
      ...(note === undefined || note === '' ? [] : [text(note, { color: 'Good' })]),
    ],
    [
      execute({
        verb: 'acknowledge-concern',
        title: concern.have,
        style: 'positive',
        data: data(),
      }),
      execute({ verb: 'spoke-of-concern', title: concern.spoke, data: data() }),
      openUrl(concern.read, link(`concerns/${reference}`)),
    ],
  );
};
