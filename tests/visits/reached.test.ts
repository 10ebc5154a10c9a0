import { describe, expect, it } from '@jest/globals';
import { at, jo, pat, policy, sam } from '../builders/cast.ts';
import { approved, asked, both, does, given, ready, type Step } from '../builders/visits.ts';

/** Jo did everything in the tab. */
const inTab =
  (step: Step): Step =>
  (sofar) =>
    step(sofar).map((one) =>
      one.event.by === jo.id ? { ...one, event: { ...one.event, via: 'tab' as const } } : one,
    );
const prepared = [asked(), approved(), inTab(ready(sam, jo))] as const;
const leaving = { verb: 'depart', who: both } as const;

describe('whether messages reach those who leave', () => {
  it('is shown by anything they press in chat that day', () => {
    given(asked(), approved(), ready(sam, jo))
      .when(sam, leaving, '13:55')
      .happens({ type: 'departed' });
  });

  it('keeps them here until they have tapped something, whatever they did in the tab', () => {
    const [refusal] = given(...prepared)
      .when(sam, leaving, '13:55')
      .isRefused('departure/reachable');
    expect(refusal?.because).toContain(jo.name);
  });

  it('is shown by the test message, tapped in chat', () => {
    const sent = does(jo, { verb: 'send-test', who: [] }, '13:50', { via: 'tab' });
    given(...prepared, sent)
      .when(jo, { verb: 'test-received' }, '13:51', { via: 'tab' })
      .isRefused('departure/reachable');
    const tapped = does(jo, { verb: 'test-received' }, '13:51');
    given(...prepared, sent, tapped)
      .when(sam, leaving, '13:55')
      .happens({ type: 'departed' });
  });

  it('sends the message to those it is for', () => {
    const { tells } = given(...prepared).when(pat, { verb: 'send-test', who: [jo.id] }, '13:50');
    expect(tells()).toContainEqual({
      kind: 'test',
      to: { people: [jo.id] },
      reference: 'HV-2026-0042',
      week: '',
    });
  });

  it('is shown by a call from the office, and by nobody of themselves', () => {
    const rang = does(pat, { verb: 'reached', who: [jo.id] }, '13:50', { via: 'phone' });
    given(...prepared, rang)
      .when(sam, leaving, '13:55')
      .happens({ type: 'departed' });
  });

  it('holds for the day: yesterday’s tap is none', () => {
    const story = given(asked(), approved(), ready(sam, jo));
    expect(story.visit).toMatchObject({ reachedAt: { [jo.id]: at('13:45') } });
    const later = story.when(sam, leaving, '2026-11-25T13:55:00.000Z');
    const rules = later.isRefused(
      'visits/due-back-ahead',
      'departure/check-done',
      'departure/check-done',
      'departure/reachable',
    );
    expect(rules.at(-1)?.because).toContain(jo.name);
  });

  it('is asked of nobody where the school does without', () => {
    const off = { ...policy, departure: { ...policy.departure, reach: 'off' as const } };
    given(...prepared)
      .when(sam, leaving, '13:55', { policy: off })
      .happens({ type: 'departed' });
  });

  it('stops no report of what has happened', () => {
    given(...prepared)
      .when(sam, { verb: 'already-happened', what: 'depart', who: both }, '13:55')
      .happens({ type: 'breach-reported' });
  });
});
