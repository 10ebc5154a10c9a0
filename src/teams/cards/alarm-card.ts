import type { SeenAlarm } from '../../journeys/seen.ts';
import { schoolTime } from '../../vocabulary.ts';
import { button, can, type Drawing, dataFor, dueText, notices, openInTab } from './drawing.ts';
import {
  type Action,
  type Card,
  type Choice,
  card,
  type Element,
  execute,
  facts,
  longInput,
  openChoice,
  showCard,
  text,
  textInput,
  timeInput,
  title,
} from './parts.ts';
import { peopleFacts } from './visitor-card.ts';

const alarmFacts = (drawing: Drawing, alarm: SeenAlarm): Element => {
  const { seen, words } = drawing;
  const { alarm: say } = words;
  const places = peopleFacts(drawing).map(([, place]) => place);
  const people = seen.visitors.map(({ name, mobile = '' }, index) => {
    const known = [mobile, places[index] ?? ''].filter((part) => part !== '');
    return [name, known.join(', ')] as const;
  });
  return facts([
    [say.who, words.and(seen.visitors.map(({ name }) => name))],
    ...people,
    [say.where, seen.address],
    [say.family, [seen.parent, seen.parentPhone ?? ''].filter((part) => part !== '').join(', ')],
    [say.vehicle, seen.transport ?? ''],
    [say.since, schoolTime(alarm.since)],
    [say.due, dueText(drawing)],
    [say.lastHeard, seen.lastHeard === undefined ? '' : schoolTime(seen.lastHeard)],
    [say.holder, alarm.holder?.name ?? say.nobody],
    [
      say.police,
      alarm.police === undefined
        ? say.policeNot
        : say.policeSays[alarm.police.called](schoolTime(alarm.police.at)),
    ],
    [say.spoken, words.and(alarm.spokenTo.map(({ name }) => name))],
  ]);
};

const named = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ title: label, value }));

const names = ({ seen }: Drawing): readonly Choice[] =>
  seen.visitors.map(({ id, name }) => ({ title: name, value: id }));

/** Which of them; all, unless somebody says otherwise. */
const several = (drawing: Drawing, id: string): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label: drawing.words.alarm.spokeTo,
  style: 'expanded',
  isMultiSelect: true,
  choices: names(drawing),
  value: names(drawing)
    .map(({ value }) => value)
    .join(','),
});

const actions = (drawing: Drawing, alarm: SeenAlarm): readonly Action[] => {
  const { alarm: say, watch } = drawing.words;
  const data = () => dataFor(drawing, { alarm: alarm.id });
  return [
    ...(can(drawing, 'acknowledge')
      ? [
          execute({
            verb: 'acknowledge',
            title: say.have,
            style: 'positive',
            data: data(),
            alone: true,
          }),
        ]
      : []),
    ...(can(drawing, 'spoke')
      ? [
          showCard(
            say.spoke,
            [several(drawing, 'to'), timeInput('dueBack', say.spokeDue, {})],
            [
              execute({ verb: 'spoke', title: say.spoke, style: 'positive', data: data() }),
              ...button(drawing, 'no-answer', { title: watch.noAnswer, data: { alarm: alarm.id } }),
            ],
            can(drawing, 'acknowledge') ? {} : { style: 'positive' },
          ),
        ]
      : []),
    ...(can(drawing, 'record-police')
      ? [
          showCard(
            say.recordPolice,
            [
              text(say.policeNote),
              openChoice('called', say.called, named(say.calleds), {}),
              textInput('callReference', say.callReference, {}),
              textInput('words', say.policeWhy, {}),
            ],
            [
              execute({
                verb: 'record-police',
                title: say.adviseSave,
                style: 'positive',
                data: data(),
              }),
            ],
          ),
        ]
      : []),
    ...(can(drawing, 'advise')
      ? [
          showCard(
            say.advise,
            [
              longInput('advice', say.adviceAsk, {}),
              openChoice('called', say.called, named(say.calleds), {}),
              textInput('callReference', say.callReference, {}),
              openChoice(
                'referred',
                say.referred,
                named({ yes: drawing.words.yes, no: drawing.words.no }),
                {},
              ),
            ],
            [execute({ verb: 'advise', title: say.adviseSave, style: 'positive', data: data() })],
          ),
        ]
      : []),
    ...(can(drawing, 'stand-down')
      ? [
          showCard(
            say.standDown,
            [text(say.standDownNote), several(drawing, 'spokeTo')],
            [
              execute({
                verb: 'stand-down',
                title: say.standDown,
                style: 'destructive',
                data: data(),
              }),
            ],
          ),
        ]
      : []),
    openInTab(drawing),
  ];
};

/** The one thing to do now, before the facts that it needs. */
const nextText = (
  { kind, state, policeDue }: SeenAlarm,
  { alarm }: Drawing['words'],
): readonly Element[] => {
  if (policeDue) return [text(alarm.decidePolice, { weight: 'Bolder', color: 'Attention' })];
  return kind === 'overdue' && state === 'red' ? [text(alarm.ringThem, { weight: 'Bolder' })] : [];
};

/** What happened, to whom, where, since when, and who has it. Stood down, it is one line. */
export const alarmCard = (drawing: Drawing, alarmId: string): Card => {
  const { seen, words } = drawing;
  const alarm = seen.alarms.find(({ id }) => id === alarmId);
  const kind = words.alarm.kinds[alarm?.kind ?? 'overdue'];
  if (alarm === undefined || alarm.state === 'settled') {
    return card(
      [...notices(drawing), text(words.alarm.settled(kind, seen.reference))],
      [openInTab(drawing)],
    );
  }
  return card(
    [
      {
        type: 'Container',
        style: alarm.state === 'amber' ? 'warning' : 'attention',
        bleed: true,
        items: [title(words.alarm.title(kind, seen.reference), { size: 'Large' })],
      },
      ...notices(drawing),
      ...(alarm.state === 'amber' ? [text(words.alarm.amber, { color: 'Warning' })] : []),
      ...nextText(alarm, words),
      alarmFacts(drawing, alarm),
    ],
    actions(drawing, alarm),
  );
};
