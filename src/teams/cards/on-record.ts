/** What stands beside a decision: what it waits for, a yes by phone, an emergency on two names, a departure known of. */
import { button, can, type Drawing, dataFor } from './drawing.ts';
import {
  type Action,
  box,
  type Element,
  execute,
  facts,
  longInput,
  openChoice,
  showCard,
  subtle,
  text,
} from './parts.ts';

/** What it waits for, for everybody who has the card. */
export const waitingLines = ({ seen }: Drawing): readonly Element[] => [
  ...(seen.waiting ?? []).map((says) => subtle(says)),
  ...(seen.glass === undefined ? [] : [text(seen.glass, { weight: 'Bolder', color: 'Warning' })]),
];

/** The family, for whoever the policy tells of it; and who has said that they know people are out. */
export const toldLines = ({ seen, words }: Drawing): readonly Element[] => {
  const { onRecord, visit } = words;
  const { family, departureKnown, handover } = seen;
  const pairs: readonly (readonly [string, string])[] = [
    ...(family === undefined
      ? []
      : ([
          [visit.pupil, family.pupil],
          [visit.parent, family.parent],
          [visit.address, family.address],
        ] as const)),
    ...(handover?.by === undefined ? [] : ([[words.watch.waits, handover.by.name]] as const)),
    ...(departureKnown === undefined ? [] : ([[onRecord.knows, departureKnown]] as const)),
  ];
  return pairs.length === 0 ? [] : [box('emphasis', [facts(pairs)])];
};

const asking = (
  drawing: Drawing,
  verb: 'break-glass' | 'review-break-glass' | 'log-approval',
  label: string,
  inputs: readonly Element[],
): readonly Action[] =>
  can(drawing, verb)
    ? [
        showCard(label, inputs, [
          execute({ verb, title: label, style: 'positive', data: dataFor(drawing) }),
        ]),
      ]
    : [];

export const onRecordActions = (drawing: Drawing): readonly Action[] => {
  const { seen, words } = drawing;
  const { onRecord } = words;
  const people = seen.deciders.map(({ id, name }) => ({ title: name, value: id }));
  return [
    ...button(drawing, 'take-over', { title: words.watch.takeOver, style: 'positive' }),
    ...button(drawing, 'confirm-told', { title: onRecord.known, style: 'positive' }),
    ...button(drawing, 'second-break-glass', { title: onRecord.second, style: 'destructive' }),
    ...asking(drawing, 'review-break-glass', onRecord.review, [
      longInput('note', onRecord.reviewNote, {}),
    ]),
    ...asking(drawing, 'break-glass', onRecord.breakGlass, [
      text(onRecord.breakGlassNote),
      longInput('reason', onRecord.breakGlassReason, {}),
    ]),
    ...asking(drawing, 'log-approval', onRecord.logApproval, [
      text(onRecord.logApprovalNote),
      openChoice('from', onRecord.from, people, {}),
    ]),
  ];
};
