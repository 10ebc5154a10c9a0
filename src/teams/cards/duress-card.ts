/** The silent alarm, for those who answer alarms and are not on the visit. */
import type { SeenVisit } from '../../journeys/seen.ts';
import type { DuressMessage } from '../../visits/message.ts';
import { schoolTime } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import { type Card, card, execute, facts, openUrl, showCard, text, title } from './parts.ts';

type Given = {
  readonly message: DuressMessage;
  /** The visit as this responder may see it; undefined where whoever spoke is on none. */
  readonly seen: SeenVisit | undefined;
  readonly newId: () => string;
  readonly link: (page: string) => string;
  readonly words: Words['cards'];
};

export const duressCard = ({ message, seen, newId, link, words }: Given): Card => {
  const { reference, people, since, over, holder } = message;
  const { duress, alarm } = words;
  if (over) return card([text(duress.over(reference))], []);
  const data = () => ({ duress: reference, command: newId() });
  const named = people.map(({ id, name }) => ({ title: name, value: id }));
  return card(
    [
      {
        type: 'Container',
        style: 'attention',
        bleed: true,
        items: [title(duress.title(seen?.reference ?? reference), { size: 'Large' })],
      },
      text(duress.quiet, { weight: 'Bolder' }),
      facts([
        [alarm.who, words.and(named.map((one) => one.title))],
        ...(seen?.visitors.map(({ name, mobile }) => [name, mobile ?? ''] as const) ?? []),
        [alarm.where, seen?.address ?? duress.nowhere],
        [alarm.family, seen?.parent ?? ''],
        [alarm.vehicle, seen?.transport ?? ''],
        [alarm.since, schoolTime(since)],
        [alarm.due, seen === undefined ? '' : schoolTime(seen.dueBack)],
        [alarm.lastHeard, seen?.lastHeard === undefined ? '' : schoolTime(seen.lastHeard)],
        [alarm.holder, holder ?? alarm.nobody],
      ]),
      text(duress.police),
    ],
    [
      execute({
        verb: 'acknowledge-duress',
        title: alarm.have,
        // Whoever has it is not asked again as if nobody had.
        ...(holder === undefined && { style: 'positive' as const }),
        data: data(),
        alone: true,
      }),
      showCard(
        alarm.standDown,
        [
          text(duress.standDownNote),
          {
            type: 'Input.ChoiceSet',
            id: 'spokeTo',
            label: alarm.spokeTo,
            style: 'expanded',
            isMultiSelect: true,
            choices: named,
            value: '',
          },
        ],
        [
          execute({
            verb: 'stand-down-duress',
            title: alarm.standDown,
            style: 'destructive',
            data: data(),
          }),
        ],
      ),
      ...(seen === undefined ? [] : [openUrl(words.open, link(`visits/${seen.reference}`))]),
    ],
  );
};
