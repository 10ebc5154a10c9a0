/** Every gate before the door, put to each of the six policies, from the tables beside this file. */
import { describe, expect, it } from '@jest/globals';
import { eligibleApprovers, eligibleListSigners } from '../../src/approval/approval.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { officeStatus } from '../../src/visits/office-status.ts';
import { type Decision, type PersonId, refuse } from '../../src/vocabulary.ts';
import { at, jo, okafor, rao, sam } from '../builders/cast.ts';
import { type Answer, type Gate, gatesOfAsking, product, safety } from './gates-asking.ts';
import {
  deciders,
  gatesOfLeaving,
  gatesOfRisk,
  readyToLeave,
  signed,
  signedList,
  signer,
  submitted,
} from './gates-deciding.ts';
import { gatesOfKnown } from './gates-known.ts';
import { changedSince, gatesOfRegisters } from './gates-registers.ts';
import {
  type Changes,
  contentOf,
  decideUnder,
  formUnder,
  type PackName,
  packNames,
  policies,
  type Setting,
  staff,
} from './six-packs.ts';

const cited = (pack: PackName, place: string): string =>
  place === product || place === safety
    ? `Home Visits ${place}`
    : `${policies[pack].title} ${place}`;

/** The answer the table gives, as the decision has to give it. */
const expectAnswer = (pack: PackName, decided: Decision<unknown>, answer: Answer): void => {
  const refusals = decided.kind === 'refused' ? decided.refusals : [];
  const expected =
    answer === 'yes' ? [] : answer.map(([rule, place]) => `${rule} (${cited(pack, place)})`);
  expect([pack, refusals.map(({ rule, clause }) => `${rule} (${clause})`)]).toEqual([
    pack,
    expected,
  ]);
  for (const { because, next } of refusals) {
    expect(because).toMatch(/^\p{Lu}?.{10,}[.?:]|: .+$/u);
    expect(next).toMatch(/\.$/u);
    expect(`${because}${next}`).not.toMatch(/[{}]/u);
  }
};

const submit = (pack: PackName, changes: Changes) =>
  ({ by: sam.id, ask: { verb: 'submit', form: formUnder(pack, changes) } }) as const;

describe.each<Gate>([...gatesOfAsking, ...gatesOfKnown, ...gatesOfRegisters, ...gatesOfRisk])(
  '$gate [$clauses]',
  ({ cases }) => {
    it.each(cases)('is $kind where $when', ({ changes, setting, answers }) => {
      for (const pack of packNames)
        expectAnswer(pack, decideUnder(pack, [], submit(pack, changes), setting), answers[pack]);
    });

    it('is put to every policy in its allowed, refused and boundary case', () => {
      const kinds = new Set(cases.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['allowed', 'boundary', 'refused']);
    });
  },
);

describe('who decides [B-01 R-09 HC-4.4 HC-F12 HC-F27 H-07]', () => {
  it.each(deciders)('$who.name', ({ who, answers }) => {
    for (const pack of packNames) {
      const sofar = submitted(pack);
      const ask = { verb: 'approve', content: contentOf(sofar), note: '' } as const;
      expectAnswer(pack, decideUnder(pack, sofar, { by: who.id, ask }), answers[pack]);
    }
  });

  it.each(packNames)('is never somebody who goes, nor who asked: %s', (pack) => {
    const who = signer[pack];
    const subject = { requestedBy: sam.id, visitors: [who.id, jo.id] };
    expect(eligibleApprovers(subject, staff, policies[pack])).not.toContain(who);
    const asked = { requestedBy: who.id, visitors: [sam.id, jo.id] };
    expect(eligibleApprovers(asked, staff, policies[pack])).not.toContain(who);
    expect(eligibleListSigners(asked, staff, policies[pack])).not.toContain(who);
  });

  it('is worked out before anything is sent, and said where it is nobody [B-01 HC-4.3 HC-F12]', () => {
    const answers: Readonly<Record<PackName, Answer>> = {
      default: [['approval/somebody-may', '3.2']],
      B: [['approval/somebody-may', product]],
      R: 'yes',
      W: [['approval/somebody-may', product]],
      HC: [['approval/list-somebody', '4.3']],
      H: 'yes',
    };
    for (const pack of packNames) {
      const changes = { visitors: [okafor.id, jo.id] };
      expectAnswer(pack, decideUnder(pack, [], submit(pack, changes)), answers[pack]);
    }
  });
});

describe('an evening visit [B-70 H-37]', () => {
  const evening = { start: at('17:30'), dueBack: at('18:30'), eveningReason: 'They work late' };
  const lone = { ...evening, visitors: [sam.id], aloneReason: 'A short drop-off' };
  const noted: Readonly<Record<PackName, string>> = {
    default: '2.4',
    B: '“After”',
    R: product,
    W: product,
    HC: product,
    H: '“Making safe home visits”',
  };

  it.each(packNames)(
    'takes a yes in words from whoever decides, where it is warned of: %s',
    (pack) => {
      const changes = pack === 'HC' ? evening : lone;
      const sofar = submitted(pack, changes);
      const approving = (note: string) =>
        decideUnder(pack, sofar, {
          by: signer[pack].id,
          ask: { verb: 'approve', content: contentOf(sofar), note },
        });
      expectAnswer(pack, approving(' '), [['approval/evening-yes', noted[pack]]]);
      expectAnswer(pack, approving('I will stay at school'), 'yes');
    },
  );

  it('needs no more than a yes where two go and the policy warns of one', () => {
    expect(() => signed('H', evening)).not.toThrow();
  });
});

describe.each(gatesOfLeaving)('leaving, where $gate [$clauses]', ({ story, setting, answers }) => {
  it.each(packNames)('%s', (pack) => {
    const who = [sam.id, jo.id];
    const decided = decideUnder(
      pack,
      story(pack),
      { by: sam.id, ask: { verb: 'depart', who } },
      setting,
    );
    const expected = answers[pack];
    expectAnswer(pack, decided, expected);
  });
});

describe('leaving with what the school’s registers say now [R-13 HC-2.11b HC-3.1a]', () => {
  const leaving = (pack: PackName, who: readonly PersonId[], setting: Setting = {}) => {
    const ask = { verb: 'depart', who } as const;
    const given = { ...signedList, ...setting };
    const decided = decideUnder(pack, readyToLeave(pack), { by: sam.id, ask }, given);
    const refusals = decided.kind === 'refused' ? decided.refusals : [];
    return refuse(...refusals.filter(({ rule }) => /^(?:staff|vehicle|school|form)\//u.test(rule)));
  };

  it.each(changedSince)('$when', ({ setting, answers }) => {
    for (const pack of packNames)
      expectAnswer(pack, leaving(pack, [sam.id, jo.id], setting), answers[pack]);
  });

  it('asks those who leave, and nobody else', () => {
    for (const pack of packNames)
      expectAnswer(pack, leaving(pack, [sam.id], changedSince[0]?.setting), 'yes');
  });
});

describe('leaving before it is signed [B-01 R-09 HC-4.4 H-07]', () => {
  it.each(packNames)('is refused, naming the clause: %s', (pack) => {
    const ask = { verb: 'depart', who: [sam.id, jo.id] } as const;
    const decided = decideUnder(pack, submitted(pack), { by: sam.id, ask }, signedList);
    const refusals = decided.kind === 'refused' ? decided.refusals : [];
    expect(refusals[0]?.rule).toBe('departure/approved');
    const clause = {
      default: '3.1',
      B: '“Home Visit Policy and Procedure”',
      R: '“Reasons for home visits”',
      W: product,
      HC: '4.4',
      H: '“Before the visit”',
    }[pack];
    expect(refusals[0]?.clause).toBe(cited(pack, clause));
  });

  it('says where the list is signed, where there has to be one [HC-4.3]', () => {
    const ask = { verb: 'depart', who: [sam.id, jo.id] } as const;
    const decided = decideUnder(
      'HC',
      readyToLeave('HC'),
      { by: sam.id, ask },
      { now: at('13:55') },
    );
    const [refusal] = decided.kind === 'refused' ? decided.refusals : [];
    expect(refusal?.next).toMatch(/^Ask the headteacher to sign the list.*“Weekly list”/u);
  });
});

describe('one who stays behind [HC-S1 B-18 H-05 H-35]', () => {
  const behind: Readonly<Record<PackName, Answer>> = {
    default: [['departure/both-needed', '5.2']],
    B: 'yes',
    R: 'yes',
    W: 'yes',
    HC: [['departure/both-needed', 'Statement of intent']],
    H: [['departure/both-needed', '“HSP Home Visits Policy”']],
  };
  const alone = { by: sam.id, ask: { verb: 'depart', who: [sam.id] } } as const;
  const unready = (pack: PackName, changes: Changes = {}) =>
    readyToLeave(pack, changes).filter(
      ({ event }) => event.type !== 'departure-checked' || event.by !== jo.id,
    );

  it.each(packNames)('keeps the other at school where two have to go: %s', (pack) => {
    expectAnswer(pack, decideUnder(pack, unready(pack), alone, signedList), behind[pack]);
  });

  it('keeps the other at school where something is known of the home, or somebody is worried', () => {
    const known = unready('B', { risk: { flags: ['knownCircumstances'] } });
    expectAnswer('B', decideUnder('B', known, alone, signedList), [
      ['departure/both-needed', '“Before the visit” and Appendix 1'],
    ]);
    const worried = unready('W', { risk: { flags: ['worriedAboutSafety'] } });
    expectAnswer('W', decideUnder('W', worried, alone, signedList), [
      ['departure/both-needed', product],
    ]);
  });
});

describe('“do not visit, reach them another way” [HC-F23]', () => {
  it.each(packNames)('is a decision with a status of its own: %s', (pack) => {
    const sofar = submitted(pack);
    const status = (instead: string) => {
      const decided = decideUnder(pack, sofar, {
        by: signer[pack].id,
        ask: { verb: 'decline', content: contentOf(sofar), reason: 'Too much is unknown', instead },
      });
      if (decided.kind === 'refused') throw new Error('refused');
      const visit = visitAfter([...sofar, ...decided.events].map(({ event }) => event));
      return visit.status === 'unsubmitted' ? '' : officeStatus(visit);
    };
    expect(status('A meeting at school')).toBe('do not visit');
    expect(status('  ')).toBe('declined');
  });

  it('may be the choice of whoever asked', () => {
    const decided = decideUnder('HC', submitted('HC'), {
      by: sam.id,
      ask: { verb: 'cancel', reason: '', instead: 'A letter' },
    });
    expect(decided).toMatchObject({
      events: [{ event: { type: 'called-off', instead: 'A letter' } }],
    });
  });

  it('is not for a stranger to say', () => {
    const sofar = submitted('HC');
    const ask = { verb: 'decline', content: contentOf(sofar), reason: 'x', instead: 'y' } as const;
    expect(decideUnder('HC', sofar, { by: rao.id, ask })).toMatchObject({ kind: 'refused' });
  });
});
