import { detailElements, detailsButton } from './approval-card.ts';
import {
  alarmLines,
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
import { onRecordActions, toldLines, waitingLines } from './on-record.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  execute,
  facts,
  openChoice,
  showCard,
  text,
  textInput,
  timeInput,
  title,
} from './parts.ts';
import { concernButton, editButtons, peopleFacts } from './visitor-card.ts';
import { otherSteps, steps } from './visitor-steps.ts';

const summaryFacts = (drawing: Drawing): Element => {
  const { seen, words } = drawing;
  const { visit } = words;
  const phones = seen.visitors.flatMap(({ name, mobile }) =>
    mobile === undefined || mobile === '' ? [] : [`${name} ${mobile}`],
  );
  return facts([
    [visit.when, whenText(drawing)],
    [visit.due, isOut(drawing) ? dueText(drawing) : ''],
    [visit.goes, goersText(drawing)],
    [visit.phone, phones.join(', ')],
    [visit.purpose, seen.purpose],
    [visit.risk, seen.risk.summary],
    [visit.decides, seen.status === 'awaiting approval' ? deciders(drawing) : ''],
    [visit.why, seen.why ?? ''],
    ...(isOut(drawing) ? peopleFacts(drawing) : []),
  ]);
};

const deciders = ({ seen, words }: Drawing): string =>
  words.and(seen.deciders.map(({ name }) => name));

/** Somebody rang: what they said, in their place and logged as such. Takes `who` from the card round it. */
const logCall = (drawing: Drawing): readonly Action[] => {
  const { office } = drawing.words;
  if (!can(drawing, 'log-call')) return [];
  const said = Object.entries(office.saids).map(([value, label]) => ({ title: label, value }));
  return [
    showCard(
      office.log,
      [openChoice('said', office.said, said, {}), textInput('words', office.words, {})],
      [
        execute({
          verb: 'log-call',
          title: office.save,
          style: 'positive',
          data: dataFor(drawing),
        }),
      ],
    ),
  ];
};

const acts = (drawing: Drawing): readonly Element[] => {
  const needed = can(drawing, 'log-call') || can(drawing, 'depart') || can(drawing, 'return');
  if (!needed) return [];
  return [...whoInput(drawing), timeInput('dueBack', drawing.words.office.dueBack, {})];
};

/** `extend` takes the time at the top of this card, so it is one tap here. */
const officeSteps = (drawing: Drawing): readonly Action[] => {
  const rest = { ...drawing, seen: { ...drawing.seen, verbs: withoutExtend(drawing) } };
  const extend = can(drawing, 'extend')
    ? [
        execute({
          verb: 'extend',
          title: drawing.words.visitor.extendSave,
          data: dataFor(drawing),
        }),
      ]
    : [];
  return [...steps(rest), ...extend];
};

const withoutExtend = ({ seen }: Drawing) => seen.verbs.filter((verb) => verb !== 'extend');

const actions = (drawing: Drawing): readonly Action[] => {
  const own = drawing.seen.relations.includes('requester');
  const record = onRecordActions(drawing);
  // One main button: whatever is asked of this person, and else the next step of those who are out.
  const all = record.length === 0 ? officeSteps(drawing) : officeSteps(drawing).map(plain);
  const fixed = [...(own ? editButtons(drawing) : []), ...logCall(drawing), openInTab(drawing)];
  const room = Math.max(0, mostActions - record.length - fixed.length - 1);
  const extra = [
    ...(drawing.details ? [] : detailsButton(drawing)),
    ...(own ? [concernButton(drawing)] : []),
  ];
  return [
    ...record,
    ...all.slice(0, room),
    ...fixed,
    ...otherSteps(drawing, [...all.slice(room), ...extra]),
  ];
};

const plain = ({ style: _style, ...action }: Action): Action => action;

/** The card of those who asked for it, of the office, and of others who may look after those who are out. */
export const officeCard = (drawing: Drawing): Card => {
  const { seen, words } = drawing;
  return card(
    [
      title(words.visit.title(seen.reference, seen.initials)),
      text(words.sentence(seen.status), { weight: 'Bolder', spacing: 'Small' }),
      ...notices(drawing),
      ...alarmLines(drawing),
      summaryFacts(drawing),
      ...waitingLines(drawing),
      ...toldLines(drawing),
      ...(drawing.details ? detailElements(drawing) : []),
      ...acts(drawing),
    ],
    actions(drawing),
  );
};
