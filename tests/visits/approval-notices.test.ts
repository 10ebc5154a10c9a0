/** Who hears of a visit, when, and of what: told before it happens, of every change, and while nobody has decided. */
import { describe, expect, it } from '@jest/globals';
import { seenBy } from '../../src/journeys/see.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { approvalCard } from '../../src/teams/cards/approval-card.ts';
import { officeCard } from '../../src/teams/cards/office-card.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import type { Message } from '../../src/visits/message.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { messagesFor } from '../../src/visits/react.ts';
import { type Instant, instant, type PersonId, visitId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { at, bevan, jo, lind, okafor, pat, rao, sam } from '../builders/cast.ts';
import { readyToLeave, signed, signedList, signer, submitted } from '../policy/gates-deciding.ts';
import {
  afterwards,
  contentOf,
  decideUnder,
  formUnder,
  hale,
  type PackName,
  packNames,
  policies,
  staff,
} from '../policy/six-packs.ts';

const known = (sofar: readonly Happening[]) => {
  const visit = visitAfter(sofar.map(({ event }) => event));
  if (visit.status === 'unsubmitted') throw new Error('no visit');
  return visit;
};

/** What the last thing that happened tells, and to whom. */
const told = (pack: PackName, sofar: readonly Happening[]): readonly Message[] => {
  const last = sofar.at(-1);
  return last === undefined
    ? []
    : messagesFor(last.event, known(sofar), { policy: policies[pack], roster: staff });
};

const noticesTo = (messages: readonly Message[], person: StaffMember): readonly string[] =>
  messages.flatMap((message) =>
    message.kind === 'notice' &&
    (message.to.people?.includes(person.id) === true ||
      person.roles.some((role) => message.to.roles?.includes(role)))
      ? [message.text]
      : [],
  );
const cardsTo = (messages: readonly Message[], person: StaffMember): number =>
  messages.filter(
    (message) =>
      message.kind === 'card' &&
      (message.to.people?.includes(person.id) === true ||
        person.roles.some((role) => message.to.roles?.includes(role))),
  ).length;

const seen = (pack: PackName, sofar: readonly Happening[], person: StaffMember) => {
  const visit = known(sofar);
  const view = {
    id: visitId('v'),
    visit,
    events: sofar.map(({ event }) => event),
    assessment: undefined,
    filed: true,
    held: [],
  };
  const found = seenBy(view, person, { policy: policies[pack], roster: staff });
  if (found === undefined) throw new Error('not seen');
  return found;
};

const drawing = (pack: PackName, sofar: readonly Happening[], person: StaffMember) => ({
  seen: seen(pack, sofar, person),
  viewer: person.id,
  now: at('12:00'),
  words: wordsFor('en-GB').cards,
  newId: () => 'c',
  link: (page: string) => page,
});
const cardText = (card: unknown): string => JSON.stringify(card);

const leave = (pack: PackName): readonly Happening[] =>
  afterwards(
    pack,
    readyToLeave(pack),
    { by: sam.id, ask: { verb: 'depart', who: [sam.id, jo.id] } },
    signedList,
  );

describe('before a visit happens', () => {
  it('the safeguarding team hears of it once it may go ahead, with the family on the card [B-71 B-73]', () => {
    const sofar = signed('B');
    const messages = told('B', sofar);
    for (const person of [rao, lind]) {
      expect(noticesTo(messages, person)[0]).toContain('The card says which family');
      expect(noticesTo(messages, person).join(' ')).not.toContain('O’Neill');
      expect(cardsTo(messages, person)).toBe(1);
      expect(cardText(officeCard(drawing('B', sofar, person)))).toContain('Siân O’Neill');
    }
    expect(cardText(officeCard(drawing('B', submitted('B'), rao)))).not.toContain('Siân O’Neill');
  });

  it('the head or deputy is told which family is visited [R-12]', () => {
    const sofar = signed('R');
    expect(noticesTo(told('R', sofar), okafor)[0]).toContain('For you to know');
    expect(noticesTo(told('R', sofar), bevan)[0]).toContain('For you to know');
    expect(cardText(officeCard(drawing('R', sofar, bevan)))).toContain('Siân O’Neill');
  });

  it('goes nowhere unless the head of school or an assistant head knows, and has said so [R-09]', () => {
    const asked = submitted('R');
    const leaving = decideUnder(
      'R',
      asked,
      { by: sam.id, ask: { verb: 'depart', who: [sam.id, jo.id] } },
      signedList,
    );
    expect(leaving.kind === 'refused' && leaving.refusals[0]?.rule).toBe('departure/approved');
    expect(cardText(approvalCard(drawing('R', asked, hale)))).toContain('I know of this visit');
    const done = signed('R');
    expect(seen('R', done, hale).decided).toMatch(/^Known to Ms Hale/u);
    expect(noticesTo(told('R', done), sam)[0]).toContain('Ms Hale knows of HV-2026-0042');
  });

  it('whoever decides is asked whether two could make it worse, where two go [B-63]', () => {
    const card = cardText(approvalCard(drawing('B', submitted('B'), okafor)));
    expect(card).toContain('Could sending two members of staff make the difficulties worse?');
    const alone = submitted('B', { visitors: [sam.id], aloneReason: 'Short' });
    expect(cardText(approvalCard(drawing('B', alone, okafor)))).not.toContain('make the difficult');
  });

  it('a person, and no rule, weighs whether somebody should not go alone [R-15]', () => {
    const alone = submitted('R', { visitors: [sam.id] });
    expect(cardText(approvalCard(drawing('R', alone, hale)))).toContain(
      'You weigh it; no rule does',
    );
    expect(seen('R', alone, hale).briefing?.map(({ moment }) => moment)).toEqual(['deciding']);
    expect(seen('R', submitted('R'), hale).briefing).toEqual([]);
  });

  it('the card and the record say who filled in the form, with their own account, and when [HC-F11 HC-F26]', () => {
    const sofar = submitted('HC');
    expect(known(sofar)).toMatchObject({ requestedBy: sam.id, requestedAt: at('09:00') });
    expect(cardText(approvalCard(drawing('HC', sofar, bevan)))).toContain(
      'Sam Pike, Tue 24 Nov, 09:00',
    );
    const others = { requestedBy: okafor.id, by: okafor.id, name: 'Somebody else' };
    const typed = submitted('HC', others);
    expect(known(typed).requestedBy).toBe(sam.id);
  });

  it('is signed in the words of the school’s own policy [HC-4.4]', () => {
    const sofar = submitted('HC');
    expect(cardText(approvalCard(drawing('HC', sofar, bevan)))).toContain('Sign this visit');
    expect(noticesTo(told('HC', signed('HC')), sam)[0]).toContain('Mr Bevan signed HV-2026-0042');
  });
});

describe('a change to an appointment', () => {
  const edit = (pack: PackName, changes: object) =>
    afterwards(
      pack,
      signed(pack),
      { by: sam.id, ask: { verb: 'edit', form: formUnder(pack, changes) } as VisitAsk },
      { now: at('11:00') },
    );

  it('reaches the headteacher, with what it was and what it is [HC-4.7b]', () => {
    const sofar = edit('HC', { start: at('14:10') });
    expect(known(sofar).status).toBe('approved');
    expect(noticesTo(told('HC', sofar), okafor)).toContainEqual(
      expect.stringContaining('the start: Tue 24 Nov 14:00 → Tue 24 Nov 14:10'),
    );
    const who = edit('HC', { visitors: [sam.id, pat.id] });
    expect(noticesTo(told('HC', who), okafor)).toContainEqual(
      expect.stringContaining('who goes: Sam Pike and Jo Ashby → Sam Pike and Pat Doyle'),
    );
  });

  it('reaches nobody where the policy does not ask for it, and never for a note', () => {
    const other = edit('H', { start: at('14:10') });
    expect(noticesTo(told('H', other), okafor).join(' ')).not.toContain('→');
    const note = edit('HC', { documents: 'The letter' });
    expect(noticesTo(told('HC', note), okafor).join(' ')).not.toContain('appointment');
  });
});

describe('leaving', () => {
  it('is told to a leader and the office, with names and address while people are out [B-22 B-23]', () => {
    const sofar = leave('B');
    for (const person of [bevan, pat]) {
      expect(noticesTo(told('B', sofar), person)[0]).toContain('left on HV-2026-0042, due back');
      const card = cardText(officeCard(drawing('B', sofar, person)));
      expect(card).toContain('Siân O’Neill');
      expect(card).toContain('14 Ffordd y Môr');
    }
    const back = afterwards(
      'B',
      sofar,
      { by: sam.id, ask: { verb: 'return', who: [sam.id, jo.id] } },
      { now: at('15:00') },
    );
    expect(cardText(officeCard(drawing('B', back, pat)))).not.toContain('Siân O’Neill');
  });

  it('is told to another leader where the one on duty is not there [B-22]', () => {
    const sofar = leave('B');
    const last = sofar.at(-1);
    if (last === undefined) throw new Error('nobody left');
    const roster = staff.map((one) => (one.id === bevan.id ? { ...one, away: true } : one));
    const messages = messagesFor(last.event, known(sofar), { policy: policies.B, roster });
    expect(noticesTo(messages, okafor)[0]).toContain('left on HV-2026-0042');
  });

  it.each([
    ['was said to wait at school', 'backup', okafor],
    ['was named to hear of it [B-89]', 'alsoTell', lind],
  ] as const)('is told by name to whoever %s', (_, field, who) => {
    const named = (id: PersonId) => {
      const [first, ...rest] = leave('B');
      if (first?.event.type !== 'submitted') throw new Error('nobody asked');
      const proposal = { ...first.event.proposal, [field]: id };
      return [{ ...first, event: { ...first.event, proposal } }, ...rest];
    };
    expect(noticesTo(told('B', leave('B')), who)).toEqual([]);
    expect(noticesTo(told('B', named(who.id)), who)[0]).toContain('left on HV-2026-0042');
    expect(noticesTo(told('B', named(jo.id)), jo)).toEqual(noticesTo(told('B', leave('B')), jo));
  });

  it('is acknowledged by each, once, by name and time [B-22 B-75]', () => {
    const sofar = leave('B');
    const known1 = (before: readonly Happening[], by: StaffMember) =>
      afterwards('B', before, { by: by.id, ask: { verb: 'confirm-told' } }, { now: at('13:57') });
    expect(seen('B', sofar, pat).verbs).toContain('confirm-told');
    const both = known1(known1(sofar, pat), bevan);
    expect(seen('B', both, pat).departureKnown).toBe('Pat Doyle, 13:57, Mr Bevan, 13:57');
    expect(seen('B', both, pat).verbs).not.toContain('confirm-told');
    expect(known1(both, pat)).toHaveLength(both.length);
    const own = decideUnder('B', sofar, { by: sam.id, ask: { verb: 'confirm-told' } });
    expect(own.kind).toBe('refused');
  });

  it('is known to the safeguarding team before anybody leaves, where the policy tells them first [B-71 B-73]', () => {
    const knows = (pack: PackName, by: StaffMember, sofar: readonly Happening[]) =>
      decideUnder(pack, sofar, { by: by.id, ask: { verb: 'confirm-told' } }, { now: at('13:50') });
    for (const pack of packNames) {
      const before = readyToLeave(pack);
      const asked = policies[pack].notices.named.includes('safeguarding-lead');
      expect(asked).toBe(!['R', 'HC'].includes(pack));
      expect(seen(pack, before, rao).verbs.includes('confirm-told')).toBe(asked);
      expect(knows(pack, rao, before).kind).toBe(asked ? 'accepted' : 'refused');
      // The office hears of it when they leave.
      expect(seen(pack, before, pat).verbs).not.toContain('confirm-told');
      expect(knows(pack, pat, before).kind).toBe('refused');
    }
    const known = knows('B', rao, readyToLeave('B'));
    const after = [...readyToLeave('B'), ...(known.kind === 'accepted' ? known.events : [])];
    expect(seen('B', after, rao).departureKnown).toBe('Miss Rao, 13:50');
    expect(seen('B', after, rao).verbs).not.toContain('confirm-told');
  });

  it('is told to the office with the place and the time back [H-29]', () => {
    const sofar = leave('H');
    expect(noticesTo(told('H', sofar), pat)[0]).toContain('due back 15:30');
    expect(cardText(officeCard(drawing('H', sofar, pat)))).toContain('14 Ffordd y Môr');
  });
});

describe('while nobody has decided', () => {
  const policy = policies.default;
  const tick = (sofar: readonly Happening[], now: Instant) => {
    const decided = decideUnder(
      'default',
      sofar,
      { by: sam.id, ask: { verb: 'check-clock' } },
      { now },
    );
    return decided.kind === 'accepted' ? decided.events : [];
  };

  it('those who may are reminded before the start, each step once, and others after them', () => {
    let sofar = submitted('default');
    const steps: string[] = [];
    for (const time of ['11:59', '12:00', '12:00', '13:29', '13:30', '13:30', '14:00', '14:00']) {
      const events = tick(sofar, at(time));
      for (const { event } of events)
        if (event.type === 'decision-reminded') steps.push(`${time} ${event.step}`);
      sofar = [...sofar, ...events];
    }
    expect(steps).toEqual([
      '12:00 two-hours-before',
      '13:30 half-an-hour-before',
      '14:00 at-the-start',
    ]);
    expect(known(sofar).status).toBe('awaiting approval');
    const messages = told('default', sofar);
    expect(noticesTo(messages, okafor)[0]).toContain('still waits for a decision');
    expect(noticesTo(messages, pat)[0]).toContain('still waits for a decision');
    expect(noticesTo(messages, sam)[0]).toContain('do not go');
  });

  it('the timer is set for the next step, and an outage loses none of them', () => {
    const sofar = submitted('default');
    expect(nextCheck(known(sofar), policy)).toBe(at('12:00'));
    const late = tick(sofar, at('13:45')).map(({ event }) => event.type);
    expect(late).toEqual(['decision-reminded', 'decision-reminded']);
  });

  it('an emergency is asked about again within minutes', () => {
    const sofar = submitted('default', { class: 'emergency', appointmentNote: 'Not seen' });
    const [first] = tick(sofar, at('09:05'));
    expect(first?.event).toMatchObject({ type: 'decision-reminded', step: 'after-5-minutes' });
  });

  it('it runs out: not authorised, and everybody hears not to go', () => {
    const sofar = submitted('default');
    const over = [...sofar, ...tick(sofar, at('15:30')).slice(-1)];
    expect(known(over).status).toBe('not authorised');
    const messages = told('default', over);
    for (const person of [sam, jo, okafor, pat])
      expect(noticesTo(messages, person)[0]).toContain('not authorised: do not go');
    expect(signer.default.id).toBe(okafor.id);
    expect(contentOf(over)).not.toBe('');
    expect(tick(over, instant('2026-12-24T09:00:00Z'))).toEqual([]);
  });
});

describe('somebody who cannot go after all [HC-S1 H-05]', () => {
  const dropsOut = (pack: PackName) =>
    afterwards(
      pack,
      signed(pack),
      { by: jo.id, ask: { verb: 'cannot-go', reason: '' } },
      { now: at('13:55') },
    );

  it('needs no reason, and nobody leaves on what was signed for two', () => {
    for (const pack of ['HC', 'H'] as const) {
      const sofar = dropsOut(pack);
      expect(known(sofar).status).toBe('approval void');
      const leaving = decideUnder(
        pack,
        sofar,
        { by: sam.id, ask: { verb: 'depart', who: [sam.id] } },
        signedList,
      );
      expect(leaving.kind).toBe('refused');
    }
  });

  it('one alone is refused under Holy Cross; under HSP with a reason, and a new yes', () => {
    const alone = (pack: PackName, aloneReason: string) =>
      decideUnder(
        pack,
        dropsOut(pack),
        {
          by: sam.id,
          ask: { verb: 'submit', form: formUnder(pack, { visitors: [sam.id], aloneReason }) },
        },
        { now: at('13:56') },
      );
    const hc = alone('HC', 'Jo is ill');
    expect(hc.kind === 'refused' && hc.refusals.map(({ rule }) => rule)).toContain('staffing/two');
    const without = alone('H', '');
    expect(without.kind === 'refused' && without.refusals.map(({ rule }) => rule)).toContain(
      'staffing/two-or-reason',
    );
    const h = alone('H', 'Jo is ill');
    if (h.kind === 'refused') throw new Error(h.refusals.map(({ rule }) => rule).join());
    expect(known([...dropsOut('H'), ...h.events]).status).toBe('awaiting approval');
  });
});
