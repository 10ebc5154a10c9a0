import { schoolTime, wallTime } from '../../vocabulary.ts';
import { adoptButton, detailElements, detailsButton } from './approval-card.ts';
import { briefingElements, callFirst } from './briefing.ts';
import {
  alarmLines,
  button,
  can,
  type Drawing,
  dataFor,
  dueText,
  goersText,
  isOut,
  mostActions,
  notices,
  openInTab,
  whenText,
  whoInput,
} from './drawing.ts';
import { waitingLines } from './on-record.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  execute,
  facts,
  openDialog,
  subtle,
  text,
  timeInput,
  title,
} from './parts.ts';
import { confirmButton } from './policy-card.ts';
import { goSteps, planRoundStep, roundElements } from './round-card.ts';
import { otherSteps, steps } from './visitor-steps.ts';

/** Where each person is, for as long as anybody is out; before, what each still has to do. */
export const peopleFacts = (drawing: Drawing): readonly (readonly [string, string])[] => {
  const { seen, words } = drawing;
  const { visit, visitor } = words;
  return seen.visitors.map(({ name, position, since, health, reading, policyRead, check }) => {
    if (position !== undefined) {
      const where = visit.positions[position];
      return [name, since === undefined ? where : visit.since(where, schoolTime(since))] as const;
    }
    const missing = [
      ...(health ? [] : [visitor.stepHealth]),
      ...(reading ? [] : [visitor.stepReading]),
      ...(policyRead === false ? [visitor.stepPolicy] : []),
      ...(check === 'passed' ? [] : [visitor.stepCheck]),
    ];
    const left = check === 'failed' ? visitor.checkFailed : visitor.toDo;
    return [name, missing.length === 0 ? visitor.done : left(words.and(missing))] as const;
  });
};

const stageText = (drawing: Drawing): string | undefined => {
  const { visitor } = drawing.words;
  const { status } = drawing.seen;
  if (isOut(drawing)) return visitor.stage.out;
  return status === 'approved' || status === 'awaiting approval'
    ? visitor.stage[status]
    : undefined;
};

/** Whoever is inside already is not told to stay out. */
const holdingText = ({ seen, viewer, words }: Drawing): string =>
  seen.visitors.some(({ id, position }) => id === viewer && position === 'inside')
    ? words.visitor.holdingInside
    : words.visitor.holding;

const visitFacts = (drawing: Drawing): Element => {
  const { seen, words } = drawing;
  const { visit } = words;
  const out = isOut(drawing) || seen.status === 'holding with a child';
  const due = out ? dueText(drawing) : '';
  return facts([
    [visit.when, whenText(drawing)],
    [visit.due, due],
    [visit.address, seen.address],
    [visit.goes, goersText(drawing)],
    [visit.risk, seen.risk.summary],
    [visit.why, seen.why ?? ''],
    ...peopleFacts(drawing),
  ]);
};

const inputs = (drawing: Drawing): readonly Element[] => {
  const { seen, words } = drawing;
  const changes = can(drawing, 'depart') || isOut(drawing) ? whoInput(drawing) : [];
  const values = { dueBack: wallTime(seen.dueBack) };
  return can(drawing, 'depart')
    ? [...changes, timeInput('dueBack', words.visitor.dueBack, values)]
    : changes;
};

const helpButton = (drawing: Drawing): readonly Action[] =>
  button(drawing, 'help', { title: drawing.words.visitor.help, style: 'destructive', alone: true });

/** A dialog, so that the card underneath goes on following the visit while somebody writes. */
export const concernButton = (drawing: Drawing): Action =>
  openDialog(
    drawing.words.visitor.concern,
    // No command: each concern is another one, though the card it began on is the same.
    { verb: 'raise-concern', visit: drawing.seen.id },
  );

/** Fills a form with what is known, to be changed and sent again. */
export const editButtons = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  const again = drawing.seen.status === 'changes asked';
  if (!can(drawing, 'edit') && !(again && can(drawing, 'submit'))) return [];
  return [
    execute({
      verb: 'edit',
      title: again ? visitor.resubmit : visitor.edit,
      data: dataFor(drawing),
      alone: true,
    }),
  ];
};

/** Only where they may not leave without. */
const policyStep = ({ seen, words, newId }: Drawing): readonly Action[] =>
  seen.policyUnread === undefined
    ? []
    : [confirmButton({ version: seen.policyUnread, newId }, words.visitor.policyRead, seen.id)];

/** In a dialog: the words stand in no chat. */
const codeWordStep = (drawing: Drawing): readonly Action[] =>
  can(drawing, 'agree-code-word')
    ? [
        openDialog(drawing.words.codeWord.agree, {
          verb: 'agree-code-word',
          visit: drawing.seen.id,
        }),
      ]
    : [];

/** The likeliest steps first; help and a concern are always one tap away; the rest unfolds. */
const actions = (drawing: Drawing): readonly Action[] => {
  const [likeliest = [], ...others] = steps(drawing).map((step) => [step]);
  const [next = [], ...later] = goSteps(drawing).map((step) => [step]);
  const all = [
    ...policyStep(drawing),
    ...likeliest,
    ...next,
    ...others.flat(),
    ...codeWordStep(drawing),
  ];
  const fixed = [...helpButton(drawing), concernButton(drawing)];
  const extra = [
    ...later.flat(),
    ...planRoundStep(drawing),
    ...adoptButton(drawing),
    ...editButtons(drawing),
    ...(drawing.details ? [] : detailsButton(drawing)),
  ];
  const room = mostActions - fixed.length - 1;
  return [
    ...all.slice(0, room),
    ...fixed,
    ...otherSteps(drawing, [...all.slice(room), ...extra, openInTab(drawing)]),
  ];
};

const cries: readonly string[] = ['help', 'danger', 'injured', 'unwell', 'left-unsafe'];

const calledForHelp = ({ seen }: Drawing): boolean =>
  seen.alarms.some(({ kind, state }) => cries.includes(kind) && state !== 'settled');

/** The card of somebody who goes: where they stand, and the next thing to tap. */
export const visitorCard = (drawing: Drawing): Card => {
  const { seen, words } = drawing;
  const stage = stageText(drawing);
  return card(
    [
      ...(calledForHelp(drawing) ? [callFirst(words)] : []),
      title(words.visit.title(seen.reference, seen.initials)),
      text(words.sentence(seen.status), { weight: 'Bolder', spacing: 'Small' }),
      // What is wrong, and what to do about it, before anything else.
      ...alarmLines(drawing),
      ...(seen.status === 'holding with a child'
        ? [text(holdingText(drawing), { color: 'Attention', weight: 'Bolder' })]
        : []),
      ...notices(drawing),
      ...(stage === undefined ? [] : [subtle(stage)]),
      visitFacts(drawing),
      ...waitingLines(drawing),
      ...roundElements(drawing),
      ...(drawing.details ? detailElements(drawing) : []),
      ...briefingElements(seen.briefing, words),
      ...inputs(drawing),
    ],
    actions(drawing),
  );
};
