/** Who reads of a sensitive visit why it is made; and what else only some visits have, as it is shown. */
import { describe, expect, it } from '@jest/globals';
import { seenBy } from '../../src/journeys/see.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { visitColumns } from '../../src/register/columns.ts';
import { restrictedEventShape } from '../../src/register/restricted-event-shape.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import type { Proposal } from '../../src/visits/proposal.ts';
import { messagesFor } from '../../src/visits/react.ts';
import { visitId } from '../../src/vocabulary.ts';
import { at, bevan, jo, lind, okafor, pat, policy, rao, roster, sam } from '../builders/cast.ts';
import { asked, does, form, given, knownOf, after as story } from '../builders/visits.ts';
import { afterwards, formUnder, policies, staff } from '../policy/six-packs.ts';

const secret: Partial<Proposal> = {
  sensitive: true,
  purpose: 'school-work',
  purposeNote: 'Her brother was arrested',
  whyNotInSchool: 'The arrest is the talk of the school',
  refusedLeave: 'The trial, 3 to 5 May',
  documents: 'The court letter',
};
const told = /school work|arrest|trial|court/iu;

const seen = (sofar: readonly Happening[], person: StaffMember) =>
  seenBy(
    {
      id: visitId('v'),
      visit: knownOf(sofar),
      events: sofar.map(({ event }) => event),
      assessment: assessmentAfter(sofar.flatMap(({ restricted }) => restricted ?? [])),
      filed: true,
      held: [],
    },
    person,
    { policy, roster },
  );

describe('a sensitive visit [H-04]', () => {
  const sofar = story(asked(secret));

  it.each([
    ['who asked', sam],
    ['who goes along', jo],
    ['who decides', okafor],
    ['the safeguarding lead', rao],
    ['the deputy safeguarding lead', lind],
  ])('says why it is made to %s', (_who, person) => {
    expect(seen(sofar, person)).toMatchObject({
      purpose: 'Bring or collect school work',
      purposeNote: secret.purposeNote,
      whyNotInSchool: secret.whyNotInSchool,
    });
    expect(JSON.stringify(seen(sofar, person))).toContain('The court letter');
  });

  it.each([
    ['the office', pat],
    ['a deputy head', bevan],
  ])('says nothing of it to %s', (_who, person) => {
    expect(seen(sofar, person)).toMatchObject({ sensitive: true, purpose: 'Sensitive' });
    expect(JSON.stringify(seen(sofar, person))).not.toMatch(told);
  });

  it('says nothing of it in the list the office reads, or in what people are told', () => {
    const visit = knownOf(sofar);
    const history = JSON.stringify(sofar.map(({ event }) => event));
    const columns = visitColumns({ id: visitId('v'), visit, history, told: 0 }, { policy, roster });
    expect(columns['Purpose']).toBe('sensitive');
    expect(JSON.stringify(columns)).not.toMatch(told);
    const messages = sofar.flatMap(({ event }) => messagesFor(event, visit, { policy, roster }));
    expect(JSON.stringify(messages)).not.toMatch(told);
  });

  it('keeps it in the restricted part, and fills the form in with it again', () => {
    const restricted: unknown = JSON.parse(JSON.stringify(sofar[0]?.restricted));
    expect(restrictedEventShape.parse(restricted)).toEqual(sofar[0]?.restricted);
    expect(seen(sofar, sam)?.form).toMatchObject({
      purpose: 'school-work',
      refusedLeave: secret.refusedLeave,
      documents: secret.documents,
    });
  });

  it('is the same visit when it is sent again, and another once a note is changed', () => {
    const again = (changes: Partial<Proposal>) =>
      given(asked(secret)).when(sam, { verb: 'edit', form: form({ ...secret, ...changes }) });
    again({}).happens();
    again({ documents: 'None' }).happens({ type: 'edited', changed: ['documents'] });
  });

  it('is open to all once it is no longer sensitive, and leaves no note behind', () => {
    const plain = does(sam, { verb: 'edit', form: form({ ...secret, sensitive: false }) }, '09:10');
    const now = story(asked(secret), plain);
    expect(seen(now, pat)).toMatchObject({ whyNotInSchool: secret.whyNotInSchool });
    expect(
      assessmentAfter(now.flatMap(({ restricted }) => restricted ?? []))?.notes,
    ).toBeUndefined();
  });
});

describe('what only some visits have', () => {
  const companions = 'Mr Ali, Education Welfare Service, 01632 960009';

  it('names who comes from outside, to everybody who looks out for them [H-10 H-41]', () => {
    const sofar = story(asked({ companions }));
    for (const person of [sam, jo, okafor, pat, rao])
      expect(seen(sofar, person)?.details).toContainEqual({
        label: 'Who comes from outside the school',
        said: companions,
      });
  });

  it('does not count them as a second member of staff [H-10 H-41]', () => {
    given()
      .when(sam, { verb: 'submit', form: form({ companions, visitors: [sam.id] }) })
      .isRefused('staffing/two-or-reason');
  });

  it('names the papers to take in the departure check', () => {
    const checks = seen(story(asked({ documents: 'The letter' })), sam)?.departureChecks;
    expect(checks?.find(({ id }) => id === 'documents')?.ask).toMatch(/\? The letter$/u);
  });

  it('says when the family was rung or written to, and who confirmed it [B-20 HC-2.7b]', () => {
    const arranged = {
      appointment: 'letter',
      confirmedBy: 'Mrs O’Neill',
      confirmedOn: '2026-11-20',
    } as const;
    expect(seen(story(asked(arranged)), pat)).toMatchObject({
      appointment: expect.stringContaining('letter'),
      details: [
        { label: 'When they confirmed it', said: '20/11/2026' },
        { label: 'Who in the family confirmed the appointment', said: 'Mrs O’Neill' },
      ],
    });
  });

  it('shows a reason of old, given beside who should go, as the reason it was', () => {
    const sofar = story(asked({ visitors: [sam.id], aloneReason: 'x' }));
    const old = sofar.map(({ event, ...rest }) => {
      if (event.type !== 'submitted') return { event, ...rest };
      const { aloneReason: _reason, ...proposal } = event.proposal;
      return { event: { ...event, proposal: { ...proposal, staffing: 'A drop-off' } }, ...rest };
    });
    expect(seen(old, pat)?.policySays).toContain('One person goes: A drop-off');
  });
});

describe('a worry about a child who is absent [B-09]', () => {
  const asking = {
    purpose: 'absent-safe-check',
    contactAttempts: [{ at: at('08:40'), by: 'phone', to: '01632 960001' }],
  } as const;
  const messagesOf = (sofar: readonly Happening[]) => {
    const events = sofar.map(({ event }) => event);
    return events.flatMap((event, at) =>
      messagesFor(event, visitAfter(events.slice(0, at + 1)), {
        policy: policies.B,
        roster: staff,
      }),
    );
  };
  const askedWith = (more: Partial<Proposal>) =>
    afterwards('B', [], {
      by: sam.id,
      ask: { verb: 'submit', form: formUnder('B', { ...asking, ...more }) },
    });
  const hearsFirst = (messages: ReturnType<typeof messagesOf>) =>
    messages.filter(
      (message) => message.kind === 'notice' && message.text.startsWith('You hear of'),
    );

  it('is known to safeguarding first, when the request goes in and before anybody decides', () => {
    const messages = messagesOf(askedWith({}));
    const to = { people: [rao.id, lind.id] };
    expect(messages.slice(0, 2)).toEqual([
      { kind: 'card', to, again: true },
      { kind: 'notice', to, text: expect.stringContaining('nobody has decided yet') },
    ]);
  });

  it('is known to them, too, where why people go is for them alone to read', () => {
    const messages = messagesOf(askedWith({ sensitive: true }));
    expect(hearsFirst(messages)).toHaveLength(1);
    expect(JSON.stringify(messages)).not.toContain('absent-safe-check');
  });

  it('is known to them once it becomes what people go for, and not before', () => {
    const before = askedWith({ purpose: 'no-contact' });
    expect(hearsFirst(messagesOf(before))).toEqual([]);
    const ask = { verb: 'edit', form: formUnder('B', asking) } as const;
    const edited = afterwards('B', before, { by: sam.id, ask });
    expect(hearsFirst(messagesOf(edited))).toHaveLength(1);
  });
});
