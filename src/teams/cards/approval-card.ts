import { schoolDate, schoolTime } from '../../vocabulary.ts';
import { briefingElements } from './briefing.ts';
import {
  button,
  can,
  type Drawing,
  dataFor,
  goersText,
  notices,
  openInTab,
  whenText,
} from './drawing.ts';
import { onRecordActions, toldLines, waitingLines } from './on-record.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  execute,
  facts,
  heading,
  longInput,
  showCard,
  subtle,
  text,
  textInput,
  title,
} from './parts.ts';

/** Whoever filled in the form, with their own account, and when. */
const completedText = ({ seen, words }: Drawing): string =>
  `${seen.requestedBy.name}, ${words.at(schoolDate(seen.requestedAt), schoolTime(seen.requestedAt))}`;

/** Thin: enough to know which visit it is, and what the policy says of it. */
const summary = (drawing: Drawing): readonly Element[] => {
  const { seen, words } = drawing;
  const { visit } = words;
  return [
    title(visit.title(seen.reference, seen.initials)),
    facts([
      [visit.risk, seen.risk.summary],
      [visit.purpose, seen.purpose],
      [visit.when, whenText(drawing)],
      [visit.goes, goersText(drawing)],
      [visit.asked, completedText(drawing)],
    ]),
    ...waitingLines(drawing),
    ...seen.policySays.map((says) => subtle(says)),
  ];
};

const adjustments = ({ seen, words }: Drawing): readonly Element[] =>
  seen.visitors.flatMap(({ name, adjustment }) =>
    adjustment === undefined ? [] : [text(words.approval.adjustment[adjustment](name))],
  );

const riskAnswers = ({ seen, words }: Drawing): readonly Element[] =>
  (seen.risk.answers ?? []).flatMap(({ ask, answer, problem, action }) => [
    text(`${ask} ${words.approval.answers[answer]}`, {
      weight: problem ? 'Bolder' : 'Default',
      ...(problem && { color: 'Warning' }),
    }),
    ...(problem && action === '' ? [subtle(words.approval.noAction)] : []),
    ...(action === '' ? [] : [subtle(words.approval.action(action))]),
  ]);

/** Everything that is approved by approving, fetched when it is asked for. */
export const detailElements = (drawing: Drawing): readonly Element[] => {
  const { seen, words } = drawing;
  const { visit } = words;
  return [
    facts([
      [visit.pupil, [seen.pupil, seen.yearGroup].filter((part) => part !== '').join(', ')],
      [visit.parent, seen.parent],
      [visit.phone, seen.parentPhone ?? ''],
      [visit.address, seen.address],
      [visit.people, seen.people],
      [visit.whyNotInSchool, seen.whyNotInSchool],
      [visit.appointment, seen.appointment],
      [visit.language, seen.language],
      ...(seen.details ?? []).map(({ label, said }) => [label, said] as const),
      [
        visit.purpose,
        [seen.purpose, seen.purposeNote ?? ''].filter((part) => part !== '').join(': '),
      ],
    ]),
    ...(seen.risk.answers ? [heading(words.approval.questions), ...riskAnswers(drawing)] : []),
    ...adjustments(drawing),
  ];
};

const decisions = (drawing: Drawing): readonly Action[] => {
  const { seen, words } = drawing;
  const { approval } = words;
  const mustOpen = seen.risk.level === 'high' && !seen.detailsOpened;
  return [
    ...adoptButton(drawing),
    ...(mustOpen ? [] : button(drawing, 'approve', { title: seen.yes, style: 'positive' })),
    ...(drawing.details ? [] : detailsButton(drawing)),
    ...(can(drawing, 'ask-for-changes')
      ? [
          showCard(
            approval.askForChanges,
            [longInput('what', approval.what, {})],
            button(drawing, 'ask-for-changes', { title: approval.askForChanges }),
          ),
        ]
      : []),
    ...(can(drawing, 'decline')
      ? [
          showCard(
            approval.decline,
            [longInput('reason', approval.reason, {}), longInput('instead', approval.instead, {})],
            button(drawing, 'decline', { title: approval.decline, style: 'destructive' }),
          ),
        ]
      : []),
    ...onRecordActions(drawing),
  ];
};

export const detailsButton = (drawing: Drawing): readonly Action[] =>
  button(drawing, 'open-details', { title: drawing.words.approval.details, alone: true });

/** Offered once the details were opened: nobody makes their own what they have not read. */
export const adoptButton = (drawing: Drawing): readonly Action[] =>
  button(drawing, 'adopt-assessment', { title: drawing.words.approval.adopt, alone: true });

/** "Adopted by Mr Bevan, standing in for the headteacher, 12:40". */
const adoptionText = ({ seen, words }: Drawing): readonly Element[] => {
  if (seen.adopted === undefined) return [];
  const { by, at, stands, inPlaceOf } = seen.adopted;
  const { adopted, adoptionVoid } = words.approval;
  return stands
    ? [text(adopted(by.name, inPlaceOf, schoolTime(at)), { color: 'Good' })]
    : [text(adoptionVoid(by.name), { color: 'Warning' })];
};

/** What the policy asks of whoever decides; what those who go are reminded of stands on their own cards. */
const toDecide = ({ seen }: Drawing) =>
  (seen.briefing ?? []).filter(({ moment }) => moment === 'deciding');

const undecided = (drawing: Drawing): Card => {
  const { seen, words } = drawing;
  const mustOpen = seen.risk.level === 'high' && !seen.detailsOpened;
  return card(
    [
      ...notices(drawing),
      ...summary(drawing),
      ...briefingElements(toDecide(drawing), words),
      ...(drawing.details ? detailElements(drawing) : []),
      ...adoptionText(drawing),
      ...(mustOpen ? [text(words.approval.mustOpen, { color: 'Warning' })] : []),
      ...(can(drawing, 'approve') && !mustOpen ? [textInput('note', words.approval.note, {})] : []),
    ],
    decisions(drawing),
  );
};

/** "Approved by Mrs Okafor, 13:52". */
const decisionText = ({ seen, words }: Drawing): string => {
  const { decided } = words.approval;
  const { decidedBy, decidedAt, status } = seen;
  if (seen.decided !== undefined) return seen.decided;
  if (decidedBy === undefined || decidedAt === undefined) return decided.other(status);
  const told = { declined: decided.declined, 'changes asked': decided.changes } as const;
  const say = status === 'declined' || status === 'changes asked' ? told[status] : decided.approved;
  return say(decidedBy.name, schoolTime(decidedAt));
};

const isDecided = ({ seen }: Drawing): boolean =>
  seen.status !== 'awaiting approval' && seen.status !== 'approval void';

/** Approved, and nobody leaves before the assessment is adopted: whoever may is asked to. */
const isToAdopt = ({ seen }: Drawing): boolean =>
  seen.relations.includes('adopter') && seen.status === 'approved' && seen.adopted?.stands !== true;

const decidedCard = (drawing: Drawing): Card => {
  const { seen, words } = drawing;
  const { approval } = words;
  const withdraw = can(drawing, 'withdraw-approval')
    ? [
        showCard(
          approval.withdraw,
          [longInput('reason', approval.reason, {})],
          button(drawing, 'withdraw-approval', { title: approval.withdraw, style: 'destructive' }),
        ),
      ]
    : [];
  return card(
    [
      ...notices(drawing),
      text(`${seen.reference} · ${seen.initials}: ${decisionText(drawing)}`),
      ...waitingLines(drawing),
      ...toldLines(drawing),
      ...adoptionText(drawing),
      ...(isToAdopt(drawing) ? [text(approval.toAdopt, { color: 'Warning' })] : []),
      ...(drawing.details ? detailElements(drawing) : []),
    ],
    [
      ...adoptButton(drawing),
      openInTab(drawing),
      ...(drawing.details
        ? [
            execute({
              verb: 'open-visit',
              title: words.goBack,
              data: dataFor(drawing),
              alone: true,
            }),
          ]
        : detailsButton(drawing)),
      ...onRecordActions(drawing),
      ...withdraw,
    ],
  );
};

/** The card of somebody who may decide. After the decision it is one line. */
export const approvalCard = (drawing: Drawing): Card =>
  isDecided(drawing) ? decidedCard(drawing) : undecided(drawing);
