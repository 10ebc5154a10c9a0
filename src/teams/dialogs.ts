/** Dialogs: a form over the chat. Sent by task/submit; the same verbs work on cards. */
import { may } from '../people/access.ts';
import type { Refusal } from '../vocabulary.ts';
import { codeWordForm } from './cards/code-word-card.ts';
import { drawConcern } from './forms.ts';
import { cardType } from './message.ts';
import type { Pressed } from './pressed.ts';
import { raiseConcern } from './raise-concern.ts';
import type { Turn } from './turn.ts';

type TaskAnswer = { readonly task: Readonly<Record<string, unknown>> };

const closing = (message: string): TaskAnswer => ({ task: { type: 'message', value: message } });

const refused = async (turn: Turn): Promise<TaskAnswer> => {
  await turn.house.refused('raise-concern', turn.person.id);
  return closing(turn.words.chat.guest);
};

const form = (
  turn: Turn,
  { visit, inputs }: Pressed,
  refused: Parameters<typeof drawConcern>[1]['refusals'],
) => ({
  task: {
    type: 'continue',
    value: {
      title: turn.words.chat.concernTitle,
      height: 'medium',
      width: 'medium',
      card: {
        contentType: cardType,
        content: drawConcern(turn, { values: inputs, refusals: refused, inDialog: true, visit }),
      },
    },
  },
});

const isFilled = ({ inputs: { about = '', person = '', what = '' } }: Pressed): boolean =>
  `${about}${person}${what}` !== '';

const codeWord = (turn: Turn, { visit }: Pressed, refusals: readonly Refusal[]) => ({
  task: {
    type: 'continue',
    value: {
      title: turn.words.cards.codeWord.title,
      height: 'medium',
      width: 'medium',
      card: {
        contentType: cardType,
        content: codeWordForm(
          { command: turn.house.newId(), ...(visit !== undefined && { visit }) },
          refusals,
          turn.words.cards,
        ),
      },
    },
  },
});

/** The form is for those whose code word it would be; nobody else learns whether there is such a visit. */
const openCodeWord = async (turn: Turn, pressed: Pressed): Promise<TaskAnswer> => {
  const { house, person } = turn;
  const seen = pressed.visit === undefined ? undefined : await house.see(pressed.visit, person.id);
  const theirs =
    pressed.visit === undefined
      ? may('agree-school-code-word', person)
      : seen?.verbs.includes('agree-code-word') === true;
  if (theirs) return codeWord(turn, pressed, []);
  await house.refused('agree-code-word', person.id);
  return closing(turn.words.chat.oldButton);
};

/** Whoever it is not for gets no form to send again. */
const notAgreed = (turn: Turn, pressed: Pressed, refusals: readonly Refusal[]): TaskAnswer =>
  refusals.some(({ rule }) => rule.startsWith('access/'))
    ? closing(turn.words.chat.oldButton)
    : codeWord(turn, pressed, refusals);

/** Of the visit it was opened on; without one, the school's. */
const agreed = async (turn: Turn, pressed: Pressed): Promise<TaskAnswer> => {
  const { house, person, words } = turn;
  const { visit, command, inputs } = pressed;
  const saved = words.cards.codeWord.saved;
  if (visit === undefined) {
    const refusals = await house.duress.agreeForSchool(inputs['phrase'] ?? '', person.id);
    return refusals.length === 0 ? closing(saved) : notAgreed(turn, pressed, refusals);
  }
  const verb = 'agree-code-word';
  const answer = await house.press({ verb, visit, inputs, command, by: person.id, via: 'chat' });
  return answer.kind === 'refused' ? notAgreed(turn, pressed, answer.refusals) : closing(saved);
};

/** Opens the form; what comes filled in already is sent at once. */
export const dialog = async (turn: Turn, pressed: Pressed): Promise<TaskAnswer> => {
  if (!may('raise-concern', turn.person)) return refused(turn);
  if (pressed.verb === 'agree-code-word') return openCodeWord(turn, pressed);
  if (pressed.verb !== 'raise-concern') return closing(turn.words.chat.oldButton);
  if (!isFilled(pressed)) return form(turn, pressed, []);
  const raised = await raiseConcern(turn, pressed);
  return raised.kind === 'done' ? closing(raised.note) : form(turn, pressed, raised.refusals);
};

/** An empty form that is sent is refused by the rules, beside its fields. */
export const dialogSent = async (turn: Turn, pressed: Pressed): Promise<TaskAnswer> => {
  if (!may('raise-concern', turn.person)) return refused(turn);
  if (pressed.verb === 'agree-code-word') return agreed(turn, pressed);
  if (pressed.verb !== 'raise-concern') return closing(turn.words.chat.oldButton);
  const raised = await raiseConcern(turn, pressed);
  return raised.kind === 'done' ? closing(raised.note) : form(turn, pressed, raised.refusals);
};
