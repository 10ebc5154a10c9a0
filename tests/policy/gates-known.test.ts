/** What has to stand when people leave, and what is recorded of what was read, seen and adopted. */
import { describe, expect, it } from '@jest/globals';
import { readPack } from '../../src/pack.ts';
import { summaryOf } from '../../src/risk-assessment/assess.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { storyOf } from '../../src/visits/story.ts';
import { at, bevan, jo, okafor, policy, rao, roster, sam } from '../builders/cast.ts';
import {
  adopted,
  after,
  approved,
  asked,
  does,
  form,
  given,
  opened,
  proposal,
  quietHome,
} from '../builders/visits.ts';
import { readyToLeave, signed, signedList } from './gates-deciding.ts';
import { loneOf } from './gates-known.ts';
import { afterwards, contentOf, decideUnder, formUnder, packNames, policies } from './six-packs.ts';

const rulesOf = (decided: ReturnType<typeof decideUnder>): readonly string[] =>
  decided.kind === 'refused'
    ? decided.refusals.map(({ rule, clause }) => `${rule} (${clause})`)
    : [];

const leaving = { by: sam.id, ask: { verb: 'depart', who: [sam.id, jo.id] } } as const;
const unadopted = (sofar: readonly Happening[]) =>
  sofar.filter(({ event }) => event.type !== 'assessment-adopted');

describe('the adoption of an assessment [HC-2.6a]', () => {
  it.each([
    ['default', 'departure/assessment-adopted (Home Visits default policy 4.9)'],
    ['HC', 'departure/assessment-adopted (Holy Cross home visits policy 2.6)'],
  ] as const)('is asked for before anybody leaves: %s', (pack, rule) => {
    const sofar = unadopted(readyToLeave(pack));
    expect(rulesOf(decideUnder(pack, sofar, leaving, signedList))).toEqual([rule]);
  });

  it.each(['B', 'R', 'W', 'H'] as const)(
    'is not asked for where the school does not: %s',
    (pack) => {
      expect(policies[pack].risk.adoptedBy).toEqual([]);
      expect(decideUnder(pack, readyToLeave(pack), leaving, signedList).kind).toBe('accepted');
    },
  );

  it('is an act of its own: to approve is not to adopt, and to adopt is not to approve', () => {
    given(asked(), approved('10:00'))
      .when(sam, { verb: 'depart', who: [] }, '13:55')
      .isRefused(
        'departure/assessment-adopted',
        'departure/health-answered',
        'departure/risk-read',
        'departure/check-done',
        'departure/both-needed',
      );
    const story = given(asked(), adopted('09:30'));
    expect(story.visit).toMatchObject({ status: 'awaiting approval', adopted: { stands: true } });
  });

  it('is of what was opened, as it stands', () => {
    const adopting = { verb: 'adopt-assessment', content: 'an old one' } as const;
    given(asked()).when(okafor, adopting).isRefused('risk/adopt-as-shown', 'risk/adopt-opened');
    given(asked(), opened(okafor))
      .when(okafor, ({ content }) => ({ verb: 'adopt-assessment', content }))
      .happens({ type: 'assessment-adopted' });
  });

  it('is the headteacher’s alone, and once', () => {
    const adopting = ({ content }: { content: string }) =>
      ({ verb: 'adopt-assessment', content }) as const;
    for (const other of [bevan, rao, sam])
      given(asked()).when(other, adopting).isRefused('access/not-your-part');
    given(asked(), adopted('09:30')).when(okafor, adopting).happens();
  });

  it('is undone, visibly, by a change of the answers, and not by one of the time', () => {
    const changes = { ...quietHome, level: 'high' as const };
    const worse = does(sam, { verb: 'edit', form: form({}, changes) }, '10:30');
    const later = does(sam, { verb: 'edit', form: form({ dueBack: at('15:40') }) }, '10:30');
    const story = after(asked(), adopted('09:30'), approved('10:00'), worse);
    expect(visitAfter(story.map(({ event }) => event))).toMatchObject({
      adopted: { by: okafor.id, stands: false },
    });
    const told = storyOf(
      story.map(({ event }) => event),
      { policy, roster },
    );
    expect(told.at(-1)?.text).toContain('has to be adopted again');
    expect(given(asked(), adopted('09:30'), approved('10:00'), later).visit).toMatchObject({
      status: 'approved',
      adopted: { stands: true },
    });
  });

  it('by whoever stands in by the duty rota reads as theirs', () => {
    const standIn = {
      ...bevan,
      roles: [...bevan.roles, 'headteacher' as const],
      standsInFor: ['headteacher' as const],
    };
    const people = roster.map((one) => (one.id === bevan.id ? standIn : one));
    const { content } = given(asked()).visit as { content: string };
    const open = does(standIn, { verb: 'open-details', content }, '09:30', { roster: people });
    const adopting = { verb: 'adopt-assessment', content } as const;
    const { happenings, decision } = given(asked(), open).when(standIn, adopting, '09:40', {
      roster: people,
    });
    expect(decision.kind).toBe('accepted');
    expect(happenings[0]?.event).toMatchObject({ by: bevan.id, standsInFor: 'headteacher' });
    const [line] = storyOf(
      happenings.map(({ event }) => event),
      { policy, roster: people },
    );
    expect(line?.text).toBe(
      'Mr Bevan adopted the risk assessment, standing in for the headteacher.',
    );
  });

  it('is worked out before anything is sent, where nobody could', () => {
    const nobody = roster.filter(({ id }) => id !== okafor.id);
    const decided = given().when(sam, { verb: 'submit', form: form() }, '09:00', {
      roster: nobody,
    });
    decided.isRefused('risk/somebody-adopts', 'approval/somebody-may');
  });
});

describe('leaving alone [HC-2.3a HC-2.3b]', () => {
  const alone = { visitors: [sam.id], aloneReason: 'A short drop-off' };
  const stale = {
    standing: loneOf((one) => ({ ...one, changed: { by: sam.id, at: at('12:00') } })),
  };

  it.each(packNames.filter((pack) => pack !== 'HC'))(
    'takes an assessment that is still up to date: %s',
    (pack) => {
      const sofar = readyToLeave(pack, alone, [sam]);
      const go = { by: sam.id, ask: { verb: 'depart', who: [sam.id] } } as const;
      expect(rulesOf(decideUnder(pack, sofar, go, signedList))).toEqual([]);
      expect(rulesOf(decideUnder(pack, sofar, go, { ...signedList, ...stale }))).toEqual([
        expect.stringContaining('departure/lone-assessed'),
      ]);
    },
  );

  it('is asked of the one of two whom nobody follows', () => {
    const sofar = afterwards(
      'R',
      readyToLeave('R').filter(({ event }) => event.by !== jo.id),
      { by: sam.id, ask: { verb: 'confirm-reading' } },
      { now: at('13:50') },
    );
    const go = { by: sam.id, ask: { verb: 'depart', who: [sam.id] } } as const;
    expect(rulesOf(decideUnder('R', sofar, go, { ...signedList, ...stale }))).toEqual([
      expect.stringContaining('departure/lone-assessed'),
    ]);
    expect(rulesOf(decideUnder('R', sofar, go, signedList))).toEqual([]);
  });

  it('is nobody’s under Holy Cross, and cites its clause where it would be', () => {
    expect(policies.HC.clauses).toMatchObject({
      'staffing/lone-assessed': '2.3',
      'staffing/lone-current': '2.3',
      'departure/lone-assessed': '2.3',
    });
    const lenient = {
      ...policies.HC,
      staffing: { ...policies.HC.staffing, rule: 'lone-allowed' as const },
    };
    const one = formUnder('HC', { visitors: [sam.id], transport: 'On foot' });
    const none = { policy: lenient, standing: loneOf(() => undefined) };
    given()
      .when(sam, { verb: 'submit', form: one }, '09:00', none)
      .isRefused('staffing/lone-assessed');
    given()
      .when(sam, { verb: 'submit', form: one }, '09:00', { policy: lenient, ...stale })
      .isRefused('staffing/lone-current');
  });
});

describe('a request', () => {
  it('[R-05] names the version of the school’s general assessment it was made under', () => {
    const sofar = afterwards('R', [], {
      by: sam.id,
      ask: { verb: 'submit', form: formUnder('R') },
    });
    expect(sofar[0]?.event).toMatchObject({ type: 'submitted', general: 3 });
  });

  it('[R-04] is not weighed before what is needed has been found out', () => {
    const missing = formUnder('R', { staffing: '', address: '', risk: { answers: {} } });
    const decided = decideUnder('R', [], { by: sam.id, ask: { verb: 'submit', form: missing } });
    const rules = decided.kind === 'refused' ? decided.refusals.map(({ rule }) => rule) : [];
    expect(rules).toEqual(
      expect.arrayContaining(['form/needed', 'form/staffing-asked', 'risk/all-answered']),
    );
  });

  it('[B-17] keeps, in its restricted part alone, what was seen of the home', () => {
    const home = { shown: 's', hazards: [], visited: true, animals: false };
    const whole = { ...formUnder('B'), homeSeen: 's' };
    const ask = { by: sam.id, ask: { verb: 'submit', form: whole } } as const;
    const sofar = afterwards('B', [], ask, { home });
    expect(assessmentAfter(sofar.flatMap(({ restricted }) => restricted ?? []))?.homeSeen).toEqual({
      shown: 's',
      hazards: [],
      visited: true,
    });
    expect(JSON.stringify(sofar.map(({ event }) => event))).not.toContain('homeSeen');
  });
});

describe('the table of hazards', () => {
  const broadening = readPack('broadening-horizons');
  const rows = broadening.risk.hazards;

  it('[B-72] sets out who, how bad, how likely, how high and what is done, for each', () => {
    expect(rows.map(({ id }) => id)).toEqual([
      'violence',
      'driving',
      'walking',
      'illness',
      'animals',
    ]);
    for (const { people, severity, likelihood, level, controls } of rows)
      expect([people, severity, likelihood, level, ...controls].every((said) => said !== '')).toBe(
        true,
      );
  });

  it('[B-76] [B-81] starts violence as low and walking as medium', () => {
    const levelOf = (id: string) => rows.find((row) => row.id === id)?.level;
    expect([levelOf('violence'), levelOf('walking')]).toEqual(['low', 'medium']);
    const summary = summaryOf({ answers: {}, actions: {}, level: 'low' }, broadening);
    expect(summary).toMatchObject({ level: 'medium', risks: 0 });
  });
});

describe('one assessment for each home [HC-F13]', () => {
  it('is another for another address, and for another pupil: none is carried over', () => {
    const one = signed('HC');
    const other = afterwards('HC', [], {
      by: sam.id,
      ask: { verb: 'submit', form: formUnder('HC', { address: '3 Mill Lane' }) },
    });
    expect(contentOf(one)).not.toBe(contentOf(other));
    const blank = formUnder('HC', { address: '3 Mill Lane', risk: { answers: {} } });
    const decided = decideUnder('HC', [], { by: sam.id, ask: { verb: 'submit', form: blank } });
    expect(decided.kind === 'refused' && decided.refusals.map(({ rule }) => rule)).toContain(
      'risk/all-answered',
    );
  });

  it('is not moved to another home by an edit with its adoption', () => {
    const moved = does(
      sam,
      { verb: 'edit', form: { proposal: proposal({ address: '3 Mill Lane' }), risk: quietHome } },
      '10:30',
    );
    expect(given(asked(), adopted('09:30'), moved).visit).toMatchObject({
      adopted: { stands: false },
    });
  });
});
