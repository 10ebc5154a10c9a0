/** Who is told when the office closes on people who are out, and that a message has to be tapped. */
import { memberOf } from '../people/staff.ts';
import { schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Message } from './message.ts';
import { outOn } from './people-out.ts';
import { nameFor, namesFor, notice, responding, type Telling, type Told } from './telling.ts';

type OfWatch = Told<'take-over-asked' | 'taken-over' | 'test-sent' | 'not-reached'>;

export const watchMessages = (event: OfWatch, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const words = wordsFor(policy.language).watch.notices;
  const { reference } = visit;
  switch (event.type) {
    case 'take-over-asked':
      return askToWait(event, telling);
    case 'taken-over': {
      const who = nameFor(telling, event.by);
      const mobile = memberOf(telling.roster, event.by)?.mobile ?? '';
      return [
        notice({ roles: policy.departure.notify }, words.takenOver(reference, who)),
        notice({ people: visit.proposal.visitors }, words.waitsForYou(reference, who, mobile)),
      ];
    }
    case 'test-sent':
      return [{ kind: 'test', to: { people: event.who }, reference, week: '' }];
    case 'not-reached':
      return [
        notice(
          { roles: policy.responders },
          words.notReached(reference, nameFor(telling, event.by), namesFor(telling, event.to)),
        ),
      ];
    default:
      return event satisfies never;
  }
};

/** In words that stand on a lock screen, and on a card with one button to say yes. */
const askToWait = (event: Told<'take-over-asked'>, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const words = wordsFor(policy.language).watch.notices;
  const to = event.person === undefined ? responding(telling) : { people: [event.person] };
  const out = outOn(visit);
  const due = visit.status === 'out' ? visit.outing.dueBack : visit.proposal.dueBack;
  const who = namesFor(telling, out.length > 0 ? out : visit.proposal.visitors);
  const text = words.askToWait(visit.reference, who, schoolTime(due));
  return [
    { kind: 'notice', to, text, urgent: true },
    { kind: 'card', to, again: true },
  ];
};
