import { describe, expect, it } from '@jest/globals';
import { nextCheck } from '../../src/visits/next-check.ts';
import { at, bevan, jo, okafor, pat, policy, rao, sam, wells } from '../builders/cast.ts';
import {
  approved,
  asked,
  both,
  bothOut,
  clock,
  does,
  given,
  type Step,
} from '../builders/visits.ts';

const check = (now: string, ...steps: Step[]) => given(...bothOut, ...steps, clock(now)).visit;
const when = (now: string, ...steps: Step[]) => ({
  raises: (...rungs: string[]) => {
    const { happenings } = given(...bothOut, ...steps).when(sam, { verb: 'check-clock' }, now, {
      via: 'product',
    });
    expect(
      happenings.flatMap(({ event }) => (event.type === 'rung-raised' ? [event.rung] : [])),
    ).toEqual(rungs);
  },
});
const back = does(sam, { verb: 'return', who: both }, '15:45');
const spoke = (to = both, alarm = 'overdue-1') => ({ verb: 'spoke', alarm, to }) as const;

describe('people who are not back when they said', () => {
  it('are reminded first, and looked for ten minutes later', () => {
    when('15:29').raises();
    when('15:30').raises('remind');
    expect(check('15:30')).toMatchObject({ alarms: [] });
    when('15:39', clock('15:30')).raises();
    when('15:40', clock('15:30')).raises('office');
    expect(check('15:40', clock('15:30'))).toMatchObject({
      alarms: [{ id: 'overdue-1', kind: 'overdue', state: 'red', since: at('15:40') }],
    });
  });

  it('are looked for by every missed rung at once after an outage', () => {
    when('16:10').raises('remind', 'office', 'leaders', 'police');
    when('16:10', clock('16:10')).raises();
  });

  it('are looked for again every five minutes at the last rung', () => {
    when('16:04', clock('16:00')).raises();
    when('16:05', clock('16:00')).raises('police');
    when('16:35', clock('16:00')).raises('police');
  });

  it('are looked for whoever says “I have it”', () => {
    const mine = does(pat, { verb: 'acknowledge', alarm: 'overdue-1' }, '15:41');
    expect(check('15:42', clock('15:40'), mine)).toMatchObject({ alarms: [{ holder: 'pat' }] });
    when('15:50', clock('15:40'), mine).raises('leaders');
  });

  it('reach the people the policy names', () => {
    const { tells } = given(...bothOut, clock('15:30')).when(
      sam,
      { verb: 'check-clock' },
      '15:50',
      { via: 'product' },
    );
    expect(tells().filter(({ kind }) => kind === 'alarm')).toEqual([
      { kind: 'alarm', to: { roles: ['office'] }, alarm: 'overdue-1', rung: 'office' },
      {
        kind: 'alarm',
        to: { roles: ['senior-manager-on-duty', 'safeguarding-lead', 'deputy-safeguarding-lead'] },
        alarm: 'overdue-1',
        rung: 'leaders',
      },
    ]);
  });

  it('are reminded alone, those who are back left in peace', () => {
    const { tells } = given(...bothOut, does(sam, { verb: 'return', who: [] }, '15:20')).when(
      sam,
      { verb: 'check-clock' },
      '15:30',
      { via: 'product' },
    );
    expect(tells()[0]).toMatchObject({ kind: 'notice', to: { people: [jo.id] } });
  });
});

describe('an overdue alarm', () => {
  it('is over once somebody has spoken to everybody who is out', () => {
    const story = given(...bothOut, clock('15:40'));
    const { happens, visit } = story.when(pat, spoke(), '15:45');
    happens({ type: 'spoken-to', to: both, dueBack: at('16:15') });
    expect(visit).toMatchObject({
      alarms: [{ state: 'settled' }],
      outing: { dueBack: at('16:15') },
    });
    when('16:15', clock('15:40'), does(pat, spoke(), '15:45')).raises('remind');
    expect(check('16:25', clock('15:40'), does(pat, spoke(), '15:45'))).toMatchObject({
      alarms: [{ id: 'overdue-1' }, { id: 'overdue-2', state: 'red' }],
    });
  });

  it('goes on for those nobody has spoken to', () => {
    const toSam = does(pat, spoke([sam.id]), '15:45');
    expect(check('15:46', clock('15:40'), toSam)).toMatchObject({
      alarms: [{ state: 'red', spokenTo: ['sam'] }],
      outing: { dueBack: at('15:30') },
    });
    when('15:50', clock('15:40'), toSam).raises('leaders');
    expect(check('15:48', clock('15:40'), toSam, does(pat, spoke([jo.id]), '15:47'))).toMatchObject(
      { alarms: [{ state: 'settled' }] },
    );
  });

  it('ends with a new due-back, and begins again at it', () => {
    const longer = does(sam, { verb: 'extend', dueBack: at('16:30') }, '15:45');
    expect(check('15:46', clock('15:40'), longer)).toMatchObject({
      alarms: [{ state: 'settled' }],
    });
    when('16:29', clock('15:40'), longer).raises();
    when('16:40', clock('15:40'), longer).raises('remind', 'office');
  });

  it('turns amber when they say they are back, until somebody has heard or seen each', () => {
    const story = given(...bothOut, clock('15:40'), back);
    expect(story.visit).toMatchObject({ status: 'returned', alarms: [{ state: 'amber' }] });
    expect(nextCheck(story.visit, policy)).toBe(at('16:10'));
    expect(story.when(pat, spoke([sam.id]), '15:50').visit).toMatchObject({
      alarms: [{ state: 'amber' }],
    });
    expect(story.when(pat, spoke(), '15:50').visit).toMatchObject({
      alarms: [{ state: 'settled' }],
    });
  });

  it('is nobody’s own to answer', () => {
    const story = given(...bothOut, clock('15:40'));
    story
      .when(sam, { verb: 'acknowledge', alarm: 'overdue-1' }, '15:41')
      .isRefused('alarm/not-your-own');
    story.when(jo, spoke(), '15:41').isRefused('alarm/not-your-own');
    story.when(wells, spoke(), '15:41').isRefused('access/not-yours');
  });

  it('needs names, and people who are on the visit', () => {
    const story = given(...bothOut, clock('15:40'));
    story.when(pat, spoke([]), '15:41').isRefused('alarm/whom');
    story.when(pat, spoke([wells.id]), '15:41').isRefused('visits/who-is-on-it');
    story.when(pat, spoke(both, 'overdue-9'), '15:41').isRefused('alarm/known');
    story
      .when(pat, { ...spoke(), dueBack: at('15:00') }, '15:41')
      .isRefused('visits/due-back-ahead');
  });

  it('that is over is answered again without harm', () => {
    given(...bothOut, clock('15:40'), does(pat, spoke(), '15:45'))
      .when(rao, spoke(), '15:46')
      .happens();
  });
});

describe('a call for help', () => {
  const help = does(jo, { verb: 'help', words: '' }, '14:30');
  const standDown = (spokeTo = both) => ({ verb: 'stand-down', alarm: 'help-1', spokeTo }) as const;

  it('reaches the responders at once, in every state, from anybody on the staff', () => {
    for (const steps of [[], [asked()], [asked(), approved()], [...bothOut], [...bothOut, back]]) {
      const { tells, visit } = given(...steps).when(sam, { verb: 'danger', words: '' }, '15:46');
      expect(tells()[0]).toEqual({
        kind: 'alarm',
        to: { roles: policy.responders },
        alarm: 'danger-1',
        rung: 'responders',
      });
      expect(nextCheck(visit, policy)).toBeDefined();
    }
    given(...bothOut)
      .when(wells, { verb: 'help', words: '' })
      .happens({ type: 'help-called' });
  });

  it('with no visit starts the watch over whoever called', () => {
    expect(given().when(sam, { verb: 'help', words: '' }, '15:00').visit).toMatchObject({
      status: 'out',
      proposal: { visitors: ['sam'], dueBack: at('16:00') },
    });
  });

  it('comes again every five minutes until it is stood down', () => {
    when('14:34', help).raises();
    when('14:35', help).raises('responders');
    when('14:39', help, clock('14:35')).raises();
    when('14:40', help, clock('14:35')).raises('responders');
    when('14:50', help, does(pat, standDown(), '14:40')).raises();
  });

  it('is deaf to what the visitors say afterwards', () => {
    const story = given(...bothOut, help, back);
    expect(story.visit).toMatchObject({ status: 'returned', alarms: [{ state: 'red' }] });
    story.when(jo, standDown(), '15:50').isRefused('alarm/not-your-own');
    expect(nextCheck(story.visit, policy)).toBe(at('14:35'));
  });

  it('is stood down by a responder who has heard each voice', () => {
    const story = given(...bothOut, help);
    const [refusal] = story.when(pat, standDown([jo.id]), '14:40').isRefused('alarm/voice-check');
    expect(refusal?.because).toBe('You have not spoken to Sam Pike.');
    story.when(pat, standDown(), '14:40').happens({ type: 'stood-down', spokeTo: both });
    given(...bothOut, help, does(rao, spoke([sam.id], 'help-1'), '14:36'))
      .when(pat, standDown([jo.id]), '14:40')
      .happens({ type: 'stood-down' });
  });

  it('is not over because somebody spoke to them', () => {
    const { visit } = given(...bothOut, help).when(pat, spoke(both, 'help-1'), '14:40');
    expect(visit).toMatchObject({ alarms: [{ state: 'red' }], outing: { dueBack: at('15:30') } });
  });

  it('made again tells everybody again, under the same name', () => {
    const { happens, visit } = given(...bothOut, help).when(
      jo,
      { verb: 'help', words: '' },
      '14:31',
    );
    happens({ type: 'help-called', alarm: 'help-1' });
    expect(visit).toMatchObject({ alarms: [{ id: 'help-1', raised: [{}, {}] }] });
  });

  it('by a headteacher who is visiting is not theirs to stand down', () => {
    const deputies = {
      ...policy,
      approval: { ...policy.approval, roles: ['deputy-head'] as const },
    };
    given(asked({ visitors: [okafor.id, jo.id] }, undefined, { policy: deputies }), help)
      .when(okafor, { verb: 'acknowledge', alarm: 'help-1' })
      .isRefused('alarm/not-your-own');
    given(asked(), help)
      .when(bevan, { verb: 'acknowledge', alarm: 'help-1' })
      .happens({ type: 'acknowledged' });
  });
});

describe('leaving an unsafe place', () => {
  const unsafe = { verb: 'leave-unsafe', who: both } as const;

  it('is an alarm that a safe place does not end', () => {
    const story = given(
      ...bothOut,
      does(sam, unsafe, '14:30'),
      does(sam, { verb: 'safe-now', who: both }, '14:40'),
    );
    expect(story.visit).toMatchObject({
      alarms: [{ id: 'left-unsafe-1', state: 'red' }],
      outing: { positions: { sam: { position: 'left' } } },
    });
  });

  it('starts the watch where there was none', () => {
    for (const steps of [[], [asked()], [...bothOut, back]])
      expect(given(...steps).when(sam, unsafe, '15:50').visit).toMatchObject({
        status: 'out',
        alarms: [{ kind: 'left-unsafe', state: 'red' }],
      });
  });

  it('twice changes nothing', () => {
    given(...bothOut, does(sam, unsafe, '14:30'))
      .when(jo, unsafe, '14:31')
      .happens();
  });
});
