import { describe, expect, it } from '@jest/globals';
import { visitAccess } from '../../src/people/access.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { formInputsOf } from '../../src/visits/form.ts';
import { readCommand } from '../../src/visits/read-command.ts';
import { commandId } from '../../src/vocabulary.ts';
import { at, jo, pat, policy, roster, sam, wells } from '../builders/cast.ts';
import {
  after,
  approved,
  asked,
  bothOut,
  clock,
  does,
  form,
  type Step,
  visitOf,
} from '../builders/visits.ts';
import { fc } from '../support/properties.ts';

const reading = (by: StaffMember, steps: readonly Step[] = bothOut, now = at('14:30')) => ({
  of: (verb: string, inputs: Record<string, unknown> = {}) =>
    readCommand(verb, inputs, {
      id: commandId('c'),
      by: by.id,
      via: 'chat',
      now,
      policy,
      roster,
      visit: visitOf(after(...steps)),
      seal: (text) => `sealed(${text})`,
    }),
});
const command = (read: ReturnType<typeof readCommand>) => {
  if (read.kind === 'unclear') throw new Error(JSON.stringify(read.refusals));
  return read.command;
};
const fields = (read: ReturnType<typeof readCommand>) =>
  read.kind === 'unclear' ? read.refusals.map(({ field }) => field) : [];

describe('whom a command is about', () => {
  it('is the presser alone', () => {
    expect(command(reading(sam).of('arrive'))).toMatchObject({ verb: 'arrive', who: ['sam'] });
  });
  it.each(['both', 'Both of us', 'all', 'sam,jo', 'Sam Pike and Jo Ashby', 'Sam, Jo'])(
    'is both where “%s” is said',
    (who) => {
      expect(command(reading(sam).of('return', { who }))).toMatchObject({ who: ['sam', 'jo'] });
    },
  );
  it('is read from an array as well', () => {
    expect(command(reading(sam).of('leave', { who: ['jo', 'Sam Pike'] }))).toMatchObject({
      who: ['jo', 'sam'],
    });
  });
  it('is everybody who is still out, where the office says nobody', () => {
    const jobs = [...bothOut, does(jo, { verb: 'return', who: [jo.id] }, '14:20')];
    expect(command(reading(pat, jobs).of('return'))).toMatchObject({ who: ['sam'] });
    expect(command(reading(sam, jobs).of('return', { who: 'both' }))).toMatchObject({
      who: ['sam'],
    });
  });
  it('is everybody who is to go, before anybody has left', () => {
    const read = reading(pat, [asked(), approved()], at('13:50')).of('depart');
    expect(command(read)).toMatchObject({ who: ['sam', 'jo'] });
  });
  it('is those who have yet to leave, where the office says that people have left', () => {
    const samOut = [...bothOut.slice(0, 3), does(sam, { verb: 'depart', who: [sam.id] }, '13:55')];
    expect(command(reading(pat, samOut).of('depart'))).toMatchObject({ who: ['jo'] });
  });
  it('is said to be unknown beside the field', () => {
    expect(fields(reading(sam).of('return', { who: 'sam, Mr Nobody' }))).toEqual(['who']);
  });
  it('is asked about where a first name could be two people', () => {
    const read = readCommand(
      'return',
      { who: 'Lind' },
      {
        ...{ id: commandId('c'), by: pat.id, via: 'chat', now: at('14:30'), policy },
        roster: [...roster, { ...wells, name: 'Mrs Lind' }],
        visit: visitOf(after(...bothOut)),
        seal: (text) => text,
      },
    );
    expect(read).toMatchObject({
      refusals: [{ field: 'who', because: '“Lind” could be Mr Lind or Mrs Lind.' }],
    });
  });
});

describe('when they are due back', () => {
  it.each([
    ['16:00', '16:00'],
    ['4.15 pm', '16:15'],
    ['1615', '16:15'],
    ['2026-11-24T16:05:00Z', '16:05'],
    ['20', '15:50'],
    ['+30', '16:00'],
    ['running late 20', '15:50'],
    ['20 minutes', '15:50'],
    ['1 hour', '16:30'],
  ])('is read from “%s” by one who needs longer', (dueBack, due) => {
    expect(command(reading(sam).of('extend', { dueBack }))).toMatchObject({ dueBack: at(due) });
  });
  it('is counted from now where it has passed', () => {
    const read = reading(sam, [...bothOut, clock('15:41')], at('15:45')).of('extend', {
      dueBack: '20',
    });
    expect(command(read)).toMatchObject({ dueBack: at('16:05') });
  });
  it('is counted from now by those who leave', () => {
    const read = reading(sam, [asked(), approved()], at('13:50')).of('depart', { dueBack: '90' });
    expect(command(read)).toMatchObject({ dueBack: at('15:20') });
  });
  it.each(['soon', '99:99', '0', '99999', '03:30', 'hello 20 there'])(
    'cannot be read from “%s”',
    (dueBack) => {
      expect(fields(reading(sam).of('extend', { dueBack }))).toEqual(['dueBack']);
    },
  );
  it('keeps the visit’s day while it is that day, and today once it has passed', () => {
    const early = reading(sam, [asked(), approved()], at('09:00')).of('depart', {
      dueBack: '15:00',
    });
    expect(command(early)).toMatchObject({ dueBack: at('15:00') });
    const stuck = minutesLater('2026-11-25T08:00:00.000Z').of('extend', { dueBack: '09:00' });
    expect(command(stuck)).toMatchObject({ dueBack: '2026-11-25T09:00:00.000Z' });
  });
  const minutesLater = (now: string) => reading(sam, bothOut, now as ReturnType<typeof at>);
});

describe('a report', () => {
  it('is never sent back for what cannot be read in it', () => {
    const jumble = { who: 'Mr Nobody', dueBack: 'whenever', what: 'x'.repeat(5000) };
    expect(command(reading(sam).of('already-happened', jumble))).toMatchObject({
      who: ['sam', 'jo'],
    });
    expect(command(reading(sam).of('leave-unsafe', jumble))).toMatchObject({ who: ['sam', 'jo'] });
    for (const verb of ['help', 'danger', 'unwell', 'injured'])
      expect(command(reading(sam, []).of(verb, { words: 'x'.repeat(5000) }))).toMatchObject({
        verb,
      });
  });
  it('that somebody is safe or back is sent back where it names nobody we know', () => {
    expect(fields(reading(sam).of('safe-now', { who: 'Mr Nobody' }))).toEqual(['who']);
    expect(fields(reading(sam).of('return', { who: 'Mr Nobody' }))).toEqual(['who']);
  });
});

describe('having spoken', () => {
  it('is of those named, and of nobody unnamed where there are two', () => {
    expect(fields(reading(pat).of('spoke', { alarm: 'overdue-1' }))).toEqual(['to']);
    expect(command(reading(pat).of('spoke', { to: 'Jo Ashby' }))).toMatchObject({ to: ['jo'] });
    expect(command(reading(pat).of('stand-down', { spokeTo: 'both' }))).toMatchObject({
      spokeTo: ['sam', 'jo'],
    });
  });
  it('is of the one who is out, where only one is', () => {
    const one = [...bothOut, does(jo, { verb: 'return', who: [jo.id] }, '14:20')];
    expect(command(reading(pat, one).of('spoke'))).toMatchObject({ to: ['sam'] });
  });
  it('is about the alarm that is open where none is named', () => {
    const late = [...bothOut, clock('15:41')];
    const visit = visitOf(after(...late));
    const open = visit.status === 'out' ? visit.alarms.at(-1)?.id : undefined;
    expect(open).toBeDefined();
    expect(command(reading(pat, late).of('acknowledge'))).toMatchObject({ alarm: open });
  });
});

describe('a logged call', () => {
  it('is what was said, by phone, with the name of who took it', () => {
    const read = reading(pat).of('log-call', { said: 'arrive', who: 'jo', words: 'All well' });
    expect(command(read)).toEqual({
      verb: 'arrive',
      who: ['jo'],
      id: 'c',
      by: 'pat',
      via: 'phone',
    });
  });
  it('carries the words where they have a place', () => {
    const read = reading(pat).of('log-call', { said: 'turn-back', words: 'Nobody in' });
    expect(command(read)).toMatchObject({ verb: 'turn-back', reason: 'Nobody in', via: 'phone' });
  });
  it('carries a time', () => {
    const read = reading(pat).of('log-call', { said: 'extend', dueBack: '+15' });
    expect(command(read)).toMatchObject({ dueBack: at('15:45') });
  });
  it.each(['', 'log-call', 'approve', 'toString', 'check-clock'])('cannot say “%s”', (said) => {
    expect(fields(reading(pat).of('log-call', { said }))).toEqual(['said']);
  });
});

describe('answers of a visitor', () => {
  it('about health are sealed and otherwise only “needed” or “none”', () => {
    const read = reading(sam).of('answer-health', { adjustment: 'needed', what: 'Bad knee' });
    expect(command(read)).toMatchObject({ adjustment: 'needed', sealedWhat: 'sealed(Bad knee)' });
    expect(command(reading(sam).of('answer-health', { adjustment: 'none', what: 'x' }))).toEqual({
      ...{ verb: 'answer-health', adjustment: 'none', id: 'c', by: 'sam', via: 'chat' },
    });
  });
  it('before leaving are those the policy asks for and no others', () => {
    const read = reading(sam).of('check-departure', { phone: true, fit: 'No', other: 'yes' });
    expect(command(read)).toMatchObject({ answers: { phone: 'yes', fit: 'no' } });
  });
  it('at the door keep to the choices', () => {
    expect(fields(reading(sam).of('enter', { invitedBy: 'the cat', animals: 'many' }))).toEqual([
      'invitedBy',
      'animals',
    ]);
    const read = reading(sam).of('enter', { invitedBy: 'parent', parentPresent: 'yes' });
    expect(command(read)).toMatchObject({ parentPresent: true, animals: undefined });
  });
});

describe('a form that cannot all be read', () => {
  const typed = { ...formInputsOf(form({ visitors: [sam.id] })), pupil: '', level: '' };
  it('is answered with the school’s rules on the rest of it in the same breath', () => {
    const read = reading(sam, [], at('09:00')).of('submit', typed);
    expect(fields(read)).toEqual(['pupil', 'aloneReason', 'level', 'visitors']);
  });
  it('says nothing of times that could not be read', () => {
    const read = reading(sam, [], at('18:00')).of('submit', { ...typed, startTime: 'late' });
    expect(fields(read)).toEqual(['pupil', 'startTime', 'aloneReason', 'level', 'visitors']);
  });
});

describe('anything else', () => {
  it('is no verb, and is said so', () => {
    for (const verb of ['fly', '', 'check-clock', 'notice-hand-change', 'constructor'])
      expect(fields(reading(sam).of(verb))).toEqual(['verb']);
  });
  it('is too long rather than cut', () => {
    const note = 'x'.repeat(2001);
    expect(fields(reading(pat).of('approve', { note }))).toEqual(['note']);
    expect(fields(reading(sam).of('cancel', { reason: note }))).toEqual(['reason']);
  });
  it('never throws, whatever the inputs', () => {
    const verbs = fc.constantFrom(...Object.keys(visitAccess), 'log-call', 'nonsense');
    const keys = fc.constantFrom('who', 'dueBack', 'to', 'date', 'startTime', 'visitors', 'said');
    const inputs = fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.string()));
    fc.assert(
      fc.property(verbs, inputs, (verb, typed) => {
        const read = reading(sam, []).of(verb, typed);
        expect(['read', 'unclear']).toContain(read.kind);
      }),
    );
  });
  it('has a reader wherever it has a row in the access table', () => {
    // A round is of several visits, and is read elsewhere.
    const others = ['new-visit', 'plan-round', 'leave-round'];
    for (const verb of Object.keys(visitAccess).filter((one) => !others.includes(one)))
      expect([verb, fields(reading(sam).of(verb))]).not.toEqual([verb, ['verb']]);
  });
});
