import { describe, expect, it } from '@jest/globals';
import { officeStatus, outcomeOf } from '../../src/visits/office-status.ts';
import { at, jo, lind, okafor, pat, pupil, sam, wells } from '../builders/cast.ts';
import {
  after,
  approved,
  arrived,
  asked,
  both,
  bothOut,
  does,
  entered,
  entering,
  given,
  knownOf,
  left,
  ready,
  type Step,
} from '../builders/visits.ts';

const statusAfter = (...steps: Step[]) => officeStatus(knownOf(after(...bothOut, ...steps)));
const outcomeAfter = (...steps: Step[]) => outcomeOf(knownOf(after(...bothOut, ...steps)));
const one = (verb: 'arrive' | 'return') => ({ verb, who: [] }) as const;
const bothLeave = does(sam, { verb: 'leave', who: both, next: '' }, '15:00');
const bothBack = does(sam, { verb: 'return', who: both }, '15:20');

describe('people who are out', () => {
  it('are where the least safe of them is', () => {
    expect(statusAfter()).toBe('out');
    expect(statusAfter(does(sam, one('arrive'), '14:05'))).toBe('at the door');
    expect(statusAfter(arrived, does(sam, { ...entering, who: [] }, '14:08'))).toBe('inside');
    expect(statusAfter(arrived, entered, bothLeave)).toBe('left');
  });

  it('are back only by name', () => {
    const samBack = does(sam, one('return'), '15:20');
    expect(statusAfter(arrived, entered, bothLeave, samBack)).toBe('left');
    expect(statusAfter(bothBack)).toBe('returned');
    expect(statusAfter(samBack, does(jo, one('return'), '15:21'))).toBe('returned');
  });

  it('can say everything twice', () => {
    given(...bothOut, arrived)
      .when(sam, { verb: 'arrive', who: both }, '14:06')
      .happens();
    given(...bothOut, arrived, entered)
      .when(sam, entering, '14:09')
      .happens();
    given(...bothOut, arrived, entered)
      .when(jo, one('arrive'), '14:09')
      .happens();
    given(...bothOut, bothBack)
      .when(jo, one('return'), '15:21')
      .happens();
  });

  it('can say things out of order', () => {
    given(...bothOut)
      .when(sam, { verb: 'leave', who: both, next: '' }, '14:09')
      .happens({ type: 'left' });
    given(...bothOut, arrived, entered)
      .when(jo, one('return'), '14:09')
      .happens({ type: 'returned' });
  });

  it('are reported on by the office, and by nobody who is no part of it', () => {
    given(...bothOut)
      .when(pat, { verb: 'arrive', who: both }, '14:05')
      .happens({ type: 'arrived' });
    given(...bothOut)
      .when(pat, one('return'), '14:05')
      .isRefused('visits/who-is-on-it');
    given(...bothOut)
      .when(wells, one('arrive'), '14:05')
      .isRefused('access/not-yours');
    given(...bothOut)
      .when(okafor, one('arrive'), '14:05')
      .isRefused('access/not-your-part');
  });

  it('are watched though they never said that they left', () => {
    given(asked(), approved(), ready(sam, jo), left([sam]))
      .when(jo, one('arrive'), '14:05')
      .happens({ type: 'departed', who: [jo.id] }, { type: 'arrived', who: [jo.id] });
  });

  it('end up where it ended', () => {
    expect(outcomeAfter(arrived)).toBe('');
    expect(outcomeAfter(arrived, entered, bothLeave)).toBe('held');
    expect(outcomeAfter(arrived, bothLeave)).toBe('doorstep');
    expect(outcomeAfter(arrived, does(sam, { verb: 'wait', who: both }, '14:10'), bothLeave)).toBe(
      'no answer',
    );
    expect(outcomeAfter(does(sam, { verb: 'feel-unsafe', reason: '' }, '14:10'))).toBe('unsafe');
    expect(outcomeAfter(does(sam, { verb: 'cancel', reason: 'Animals' }, '14:10'))).toBe('animals');
  });
});

describe('going in', () => {
  it('needs everybody at the door', () => {
    const [refusal] = given(...bothOut, does(sam, one('arrive'), '14:05'))
      .when(sam, entering, '14:08')
      .isRefused('door/all-arrived');
    expect(refusal?.because).toContain('Jo Ashby');
  });

  it('needs an adult who asks them in, and animals away', () => {
    given(...bothOut, arrived)
      .when(sam, { ...entering, invitedBy: 'child', animals: 'loose' }, '14:08')
      .isRefused('door/invited-by-adult', 'door/animals');
    given(...bothOut, arrived)
      .when(sam, { ...entering, invitedBy: undefined, animals: undefined }, '14:08')
      .isRefused('door/invited-by-adult', 'door/animals');
  });

  it('needs two where two were to go', () => {
    given(asked(), approved(), ready(sam, jo), left([sam]), does(sam, one('arrive'), '14:05'))
      .when(sam, { ...entering, who: [] }, '14:08')
      .isRefused('door/both-needed');
  });

  it('is over once the visit is called off, and they are out until they are back', () => {
    const off = does(sam, { verb: 'cancel', reason: '' }, '14:06');
    given(...bothOut, arrived, off)
      .when(sam, entering, '14:08')
      .isRefused('door/called-off');
    expect(statusAfter(arrived, off)).toBe('at the door');
    expect(statusAfter(arrived, off, bothBack)).toBe('cancelled');
  });

  it('is refused to those who left unapproved', () => {
    given(
      asked(),
      does(sam, { verb: 'already-happened', what: 'depart', who: both }, '13:55'),
      arrived,
    )
      .when(sam, entering, '14:08')
      .isRefused('door/approved');
  });
});

describe('“It has already happened”', () => {
  const saying = (what: string) => ({ verb: 'already-happened', what, who: both }) as const;

  it('starts the watch, grants nothing and says which rules it broke', () => {
    const { happens, visit, tells } = given(asked()).when(sam, saying('depart'), '13:55');
    happens({
      type: 'breach-reported',
      who: both,
      dueBack: at('15:30'),
      rules: expect.arrayContaining([
        { rule: 'departure/approved', clause: 'Home Visits default policy 3.1' },
      ]),
    });
    expect(visit).toMatchObject({ status: 'out', approved: false, breaches: 1 });
    const [notice] = tells();
    expect(notice).toMatchObject({
      kind: 'notice',
      to: { roles: expect.arrayContaining(['headteacher', 'safeguarding-lead', 'office']) },
    });
  });

  it('keeps the watch, and the time it ends', () => {
    const { visit } = given(...bothOut, arrived).when(
      sam,
      { ...saying('enter'), dueBack: at('22:00') },
      '14:08',
    );
    expect(visit).toMatchObject({
      status: 'out',
      approved: true,
      outing: { dueBack: at('15:30'), positions: { sam: { position: 'inside' } } },
    });
  });

  it('works where nobody asked for a visit, for an hour unless they say', () => {
    const { visit, happens } = given().when(sam, { ...saying('depart'), who: [] }, '13:55');
    happens({ type: 'breach-reported', who: [sam.id], dueBack: at('14:55') });
    expect(visit).toMatchObject({ status: 'out', approved: false, reference: 'HV-2026-0042' });
    given().when(pupil, saying('depart')).isRefused('access/not-yours');
  });

  it('works in every state', () => {
    const declined = does(
      okafor,
      ({ content }) => ({ verb: 'decline', content, reason: 'No' }),
      '10:00',
    );
    const cancelled = does(sam, { verb: 'cancel', reason: '' }, '10:00');
    for (const steps of [
      [asked()],
      [asked(), declined],
      [asked(), cancelled],
      [...bothOut, bothBack],
    ])
      expect(given(...steps).when(sam, saying('depart'), '15:25').visit.status).toBe('out');
  });

  it('is an ordinary report where no rule stood in the way', () => {
    given(...bothOut)
      .when(sam, saying('arrive'), '14:05')
      .happens({ type: 'arrived', who: both });
  });

  it('watches somebody who was never named', () => {
    const { visit } = given(asked()).when(
      sam,
      { verb: 'already-happened', what: 'depart', who: [sam.id, lind.id] },
      '13:55',
    );
    expect(visit).toMatchObject({ outing: { positions: { lind: { position: 'travelling' } } } });
  });

  it('is nobody else’s to say', () => {
    given(asked()).when(wells, saying('depart')).isRefused('access/not-yours');
  });
});

describe('asking for longer', () => {
  const longer = (time: string) => ({ verb: 'extend', dueBack: at(time) }) as const;

  it('is allowed twice, and then set by the office', () => {
    const twice = [does(sam, longer('16:00'), '15:20'), does(jo, longer('16:20'), '15:50')];
    given(...bothOut, ...twice)
      .when(sam, longer('16:40'), '16:10')
      .isRefused('visits/extensions-used');
    given(...bothOut, ...twice)
      .when(pat, longer('16:40'), '16:10')
      .happens({ type: 'extended', dueBack: at('16:40') });
  });

  it('needs a time to come, within a day', () => {
    given(...bothOut)
      .when(sam, { verb: 'extend', dueBack: undefined }, '15:20')
      .isRefused('visits/due-back-ahead');
    given(...bothOut)
      .when(sam, longer('15:00'), '15:20')
      .isRefused('visits/due-back-ahead');
  });
});
