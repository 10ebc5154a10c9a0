/** The buttons of those who go, and of the office for them: one for each thing that can happen now. */
import type { VisitVerb } from '../../people/access.ts';
import { wallTime } from '../../vocabulary.ts';
import { button, can, type Drawing, dataFor } from './drawing.ts';
import {
  type Action,
  actionSet,
  type Choice,
  type Element,
  execute,
  longInput,
  openChoice,
  showCard,
  text,
  textInput,
  timeInput,
} from './parts.ts';

const named = <Id extends string>(words: Readonly<Record<Id, string>>): readonly Choice[] =>
  Object.entries<string>(words).map(([value, label]) => ({ title: label, value }));

const yesNo = ({ words }: Drawing): readonly Choice[] => named({ yes: words.yes, no: words.no });

const healthStep = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  return [
    showCard(
      visitor.health,
      [
        text(visitor.healthAsk),
        openChoice('adjustment', visitor.health, named(visitor.adjustments), {}),
        textInput('what', visitor.healthWhat, {}),
      ],
      button(drawing, 'answer-health', { title: visitor.healthSave, style: 'positive' }),
    ),
  ];
};

const checkStep = (drawing: Drawing): readonly Action[] => {
  const { words, seen } = drawing;
  return [
    showCard(
      words.visitor.checks,
      seen.departureChecks.map(({ id, ask }) => openChoice(id, ask, yesNo(drawing), {})),
      button(drawing, 'check-departure', { title: words.visitor.checksSave, style: 'positive' }),
    ),
  ];
};

const enterStep = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  return [
    showCard(
      visitor.enter,
      [
        openChoice('invitedBy', visitor.invitedBy, named(visitor.inviters), {}),
        openChoice('parentPresent', visitor.parentPresent, yesNo(drawing), {}),
        textInput('permission', visitor.permission, {}),
        openChoice('animals', visitor.animals, named(visitor.animalStates), {}),
        textInput('hazards', visitor.hazards, {}),
      ],
      button(drawing, 'enter', { title: visitor.enterSave, style: 'positive' }),
    ),
  ];
};

const meetStep = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  return [
    showCard(
      visitor.meet,
      [
        openChoice('footing', visitor.meetWho, named(visitor.inviters), {}),
        textInput('spokeTo', visitor.meetName, {}),
      ],
      button(drawing, 'meet', { title: visitor.meetSave, style: 'positive' }),
    ),
  ];
};

const handOverStep = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  return [
    showCard(
      visitor.handOver,
      [
        textInput('to', visitor.handOverTo, {}),
        textInput('relation', visitor.handOverRelation, {}),
        textInput('policeReference', visitor.handOverPolice, {}),
      ],
      button(drawing, 'hand-over', { title: visitor.handOverSave, style: 'positive' }),
    ),
  ];
};

const latenessStep = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  return [
    showCard(
      visitor.late,
      [timeInput('expected', visitor.lateUntil, {})],
      button(drawing, 'notice-of-lateness', { title: visitor.lateSave, style: 'positive' }),
    ),
  ];
};

const upstairsStep = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  return [
    showCard(
      visitor.upstairs,
      [textInput('why', visitor.upstairsWhy, {}), textInput('with', visitor.upstairsWith, {})],
      button(drawing, 'go-upstairs', { title: visitor.upstairsSave }),
    ),
  ];
};

const reasonStep = (drawing: Drawing): readonly Action[] => {
  const { visitor } = drawing.words;
  return [
    showCard(
      visitor.writeReason,
      [longInput('reason', visitor.writeReasonAsk, {})],
      button(drawing, 'write-reason', { title: visitor.writeReasonSave, style: 'positive' }),
    ),
  ];
};

const extendStep = (drawing: Drawing): readonly Action[] => {
  const { words, seen } = drawing;
  const values = { dueBack: wallTime(seen.dueBack) };
  return [
    showCard(
      words.visitor.extend,
      [timeInput('dueBack', words.visitor.extendTo, values)],
      button(drawing, 'extend', { title: words.visitor.extendSave, style: 'positive' }),
    ),
  ];
};

/** Steps that ask something first; the others are one tap. */
const asking: Partial<Record<VisitVerb, (drawing: Drawing) => readonly Action[]>> = {
  'answer-health': healthStep,
  'check-departure': checkStep,
  enter: enterStep,
  meet: meetStep,
  'hand-over': handOverStep,
  'notice-of-lateness': latenessStep,
  'go-upstairs': upstairsStep,
  'write-reason': reasonStep,
  extend: extendStep,
};

const oneTap = ({ words: { visitor } }: Drawing): Partial<Record<VisitVerb, string>> => ({
  'confirm-reading': visitor.reading,
  depart: visitor.depart,
  arrive: visitor.arrive,
  leave: visitor.leave,
  return: visitor.return,
  wait: visitor.wait,
  'call-me': visitor.callMe,
  'all-well': visitor.allWell,
  'child-alone': visitor.childAlone,
  'child-in-danger': visitor.childInDanger,
  'nearly-there': visitor.nearlyThere,
  'parent-left': visitor.parentLeft,
  'animals-loose': visitor.animalsLoose,
  'turn-back': visitor.turnBack,
  'feel-unsafe': visitor.feelUnsafe,
  'leave-unsafe': visitor.leaveUnsafe,
  'safe-now': visitor.safeNow,
  'cannot-go': visitor.cannotGo,
  'change-plan': visitor.changePlan,
  danger: visitor.danger,
  unwell: visitor.unwell,
  injured: visitor.injured,
});

/** These may come with a few words; they stand together behind "Something else", with one place to write. */
const besides: readonly VisitVerb[] = [
  'turn-back',
  'feel-unsafe',
  'call-me',
  'animals-loose',
  'leave-unsafe',
  'child-alone',
  'child-in-danger',
  'wait',
  'cannot-go',
  'change-plan',
  'danger',
  'unwell',
  'injured',
];

/** What can happen now, likeliest first. */
export const steps = (drawing: Drawing): readonly Action[] => {
  const titles = oneTap(drawing);
  const now = drawing.seen.verbs.filter((verb) => isStep(verb, titles));
  return now.flatMap((verb) => {
    const given = { title: titles[verb] ?? verb, ...(verb === now[0] && likely) };
    const asked = asking[verb]?.(drawing).map((one) => ({
      ...one,
      ...(verb === now[0] && likely),
    }));
    return asked ?? button(drawing, verb, given);
  });
};

const likely = { style: 'positive' } as const;

const isStep = (verb: VisitVerb, titles: Partial<Record<VisitVerb, string>>): boolean =>
  !besides.includes(verb) && (verb in asking || verb in titles);

/** A place to write, and every other thing that can happen now; rows of six, as Teams draws no more. */
export const otherSteps = (drawing: Drawing, overflow: readonly Action[]): readonly Action[] => {
  const { visitor } = drawing.words;
  const titles = oneTap(drawing);
  const others = besides.flatMap((verb) =>
    button(drawing, verb, {
      title: titles[verb] ?? verb,
      ...((verb === 'danger' || verb === 'child-in-danger') && { style: 'destructive' as const }),
    }),
  );
  const cancel = can(drawing, 'cancel')
    ? [
        execute({
          verb: 'cancel',
          title: visitor.cancel,
          style: 'destructive',
          tooltip: visitor.cancelConfirm,
          data: dataFor(drawing),
        }),
      ]
    : [];
  const all = [...others, ...cancel];
  if (all.length + overflow.length === 0) return [];
  const writing: readonly Element[] = [
    ...(all.length > 0 ? [textInput('reason', visitor.reasonOptional, {})] : []),
    ...(can(drawing, 'change-plan') ? [longInput('what', visitor.changePlanWhat, {})] : []),
  ];
  return [showCard(visitor.other, [...writing, ...rows([...all, ...overflow])], [])];
};

const rows = (actions: readonly Action[]): readonly Element[] =>
  actions.length === 0 ? [] : [actionSet(actions.slice(0, 6)), ...rows(actions.slice(6))];
