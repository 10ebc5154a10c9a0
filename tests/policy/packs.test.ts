/** The packs that come with the product: five schools' policies, and the product's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readPack } from '../../src/pack.ts';
import { PolicyUnclear, parsePolicy } from '../../src/policy/parse-policy.ts';
import { clauseOf, type Policy } from '../../src/policy/policy.ts';
import { moments } from '../../src/policy/policy-parts.ts';
import { wordsFor } from '../../src/words/words.ts';
import { pack, policy } from '../builders/cast.ts';

const schools = ['broadening-horizons', 'rookeries', 'willows', 'holy-cross', 'hsp'] as const;
const packs: Readonly<Record<(typeof schools)[number], Policy>> = {
  'broadening-horizons': readPack('broadening-horizons'),
  rookeries: readPack('rookeries'),
  willows: readPack('willows'),
  'holy-cross': readPack('holy-cross'),
  hsp: readPack('hsp'),
};
const { 'broadening-horizons': b, rookeries: r, willows: w, 'holy-cross': hc, hsp: h } = packs;

describe('the packs that come with the product', () => {
  it('are one for each school, and one for a school that has not chosen', () => {
    const files = readdirSync(new URL('../../src/policy/packs/', import.meta.url));
    expect(files.sort()).toEqual([...schools, 'default'].sort().map((name) => `${name}.json`));
  });

  it.each(schools)('%s names itself, and cites only rules there are', (name) => {
    expect(packs[name].pack).toBe(name);
    const rules = Object.keys(wordsFor('en-GB').refusals);
    expect(rules).toEqual(expect.arrayContaining(Object.keys(packs[name].clauses)));
    expect(Object.keys(policy.clauses)).toEqual(
      expect.arrayContaining(Object.keys(packs[name].clauses)),
    );
  });

  it.each(schools)('%s has briefing lines, each with the clause of its own policy', (name) => {
    const letter = {
      'broadening-horizons': 'B',
      rookeries: 'R',
      willows: 'W',
      'holy-cross': 'HC',
      hsp: 'H',
    }[name];
    expect(packs[name].briefing.length).toBeGreaterThan(8);
    for (const { clause } of packs[name].briefing)
      expect(clause).toMatch(new RegExp(`^${letter}-[A-Z]?\\d`, 'u'));
    const said = new Set(packs[name].briefing.map(({ moment }) => moment));
    // Only some ask something of whoever decides.
    const silent = moments.filter((moment) => moment !== 'deciding' && !said.has(moment));
    expect(silent).toEqual(name === 'willows' ? ['asking'] : name === 'hsp' ? ['threatened'] : []);
  });

  it('cite the place that asks, and none where the document is silent', () => {
    const places = (rule: string) => [b, r, w, hc, h].map((one) => one.clauses[rule]);
    const told = '“Before the visit” and “During the Visit”';
    const safe = '“Making safe home visits”';
    expect(places('door/called-off')).toEqual([
      '“During the Visit”',
      undefined,
      '3.5 and 3.6',
      '4.9 and 4.10',
      safe,
    ]);
    expect(places('departure/check-passed')).toEqual([
      told,
      undefined,
      '2.2 and 3.4',
      '2.4, 2.9, 4.8 and Appendix 1',
      safe,
    ]);
    expect(places('door/both-needed')).toEqual(places('departure/both-needed'));
    expect(places('departure/risk-read')[1]).toBeUndefined();
    expect(places('risk/level-given')[1]).toBeUndefined();
    expect(places('form/class-allowed')[3]).toBe('2.7');
  });

  it('name parts of the document as the document does', () => {
    const headings = (one: Policy) => [
      ...new Set(Object.values(one.clauses).flatMap((place) => place.match(/“[^”]+”/gu) ?? [])),
    ];
    expect(headings(b).sort()).toEqual([
      '“Action to take if you are threatened”',
      '“After”',
      '“Before the visit”',
      '“During the Visit”',
      '“Home Visit Definition”',
      '“Home Visit Policy and Procedure”',
      '“Reasons for home visits”',
    ]);
    expect(headings(r).sort()).toEqual([
      '“Aims”',
      '“Preparation for home visit”',
      '“Reasons for home visits”',
    ]);
    expect(headings(h).sort()).toEqual([
      '“Before the visit”',
      '“Guidelines on home visits for absence”',
      '“HSP Home Visits Policy”',
      '“Making safe home visits”',
    ]);
    expect([...headings(w), ...headings(hc)]).toEqual([]);
  });

  it('say what section by section each school has settled, and leave the rest to the product', () => {
    const settled = (one: Policy) => [
      one.approval.mode,
      one.approval.roles.join(),
      one.staffing.rule,
      one.noShow.waitMinutes,
      one.appointment.rule,
      one.visitClasses.join(),
      one.evening.rule,
      one.risk.form,
      one.device.manDown,
      one.codeWord.rule,
      one.animals.rule,
      one.signatures.rule,
      one.weeklyList.rule,
      one.transport.rule,
      one.review.due,
    ];
    expect([b, r, w, hc, h].map(settled)).toEqual([
      [
        'approve',
        'headteacher',
        'two-if-known',
        10,
        'preferred',
        'procedural,welfare-check,emergency',
        'always',
        'hazards',
        'off',
        'on',
        'none-or-controlled',
        'off',
        'off',
        'driver',
        '',
      ],
      [
        'know',
        'head-of-school,assistant-head',
        'lone-allowed',
        10,
        'preferred',
        'procedural,welfare-check,emergency',
        'always',
        'questions',
        'off',
        'off',
        'separate-room-in-writing',
        'off',
        'off',
        'driver-and-one',
        '2020-10',
      ],
      [
        'approve',
        'headteacher',
        'lone-allowed',
        10,
        'preferred',
        'procedural,welfare-check,emergency',
        'always',
        'questions',
        'off',
        'off',
        'separate-room',
        'if-reason',
        'off',
        'driver-and-one',
        '2025-01',
      ],
      [
        'list-and-visit',
        'senior-manager-on-duty',
        'two',
        20,
        'required',
        'procedural',
        'always',
        'questions',
        'on',
        'off',
        'separate-room-in-writing',
        'always',
        'on',
        'driver-and-one',
        '2023-09',
      ],
      [
        'approve',
        'headteacher,senior-manager,deputy-head',
        'two-or-reason',
        10,
        'preferred',
        'procedural,first-day-absence',
        'alone-without-backup',
        'questions',
        'off',
        'off',
        'separate-room-in-writing',
        'off',
        'off',
        'driver-and-one',
        '',
      ],
    ]);
  });

  it('settle who is told, what is on record and what is kept up, each as its document has it', () => {
    const leads = 'safeguarding-lead,deputy-safeguarding-lead';
    const duty = 'office,senior-manager-on-duty';
    const rest = (one: Policy) => [
      `${one.approval.delegation} ${one.departure.notify.join()} ${one.departure.names}`,
      one.checkIns.join(),
      `${one.noShow.lateMinutes} ${one.risk.initialFloor} ${one.risk.adoptedBy.join()}`,
      `${one.records.cpoms} ${one.records.sims} ${one.records.attendance}`,
      one.concerns.tell.join(),
      `${one.agreements.letters} ${one.agreements.followUp} ${one.attendanceAlert.rule}`,
      one.registers.join(),
      `${one.debrief.rule} ${one.infection.module} ${one.doorstep.parent} ${one.reading.rule}`,
    ];
    expect(rest(b)).toEqual([
      'off senior-manager-on-duty,office,safeguarding-lead true',
      'depart,leave,return',
      '30 medium ',
      'always where-appropriate optional',
      leads,
      'false false off',
      'mobiles,breakdown',
      'off off adult departure',
    ]);
    expect(rest(r)).toEqual([
      'deputy headteacher,head-of-school,deputy-head,assistant-head,office true',
      'depart,return',
      '30 medium ',
      'always optional optional',
      leads,
      'false false off',
      'mobiles,designated',
      'on off adult record',
    ]);
    expect(rest(w)).toEqual([
      `off ${duty} false`,
      'depart,arrive,leave,return',
      '30 medium ',
      'always optional optional',
      leads,
      'false false off',
      'mobiles',
      'off off required record',
    ]);
    expect(rest(hc)).toEqual([
      `duty-rota ${duty} false`,
      'before-arrival,leave',
      '30 medium headteacher',
      'check-only optional always',
      leads,
      'true true on',
      'mobiles,training,checks,vehicles,insurance',
      'off available required record',
    ]);
    expect(rest(h)).toEqual([
      'senior-manager office true',
      'depart,overrun,return',
      '30 medium ',
      'always optional optional',
      `${leads},headteacher`,
      'false true off',
      'mobiles',
      'off off adult departure',
    ]);
  });

  it('[B-33 W-3.4a W-3.4b HC-4.8a HC-4.8b H-33] ask for identification as each has it', () => {
    const asked = [b, w, hc, h, policy].map(
      ({ departure }) => departure.checks.find(({ id }) => id === 'identification')?.ask ?? '',
    );
    expect(asked.map((ask) => [/front/u.test(ask), /round your neck/u.test(ask)])).toEqual([
      [false, true],
      [true, false],
      [true, false],
      [false, false],
      [true, false],
    ]);
  });

  it('[W-0.1 W-1.1 W-1.2 HC-1.1 HC-1.2 HC-7.2 R-01] keep the law, the linked policies and the review date each names', () => {
    expect(w.legal.map(({ name }) => name)).toContain(
      'The Education (Pupil Registration) (England) Regulations 2006',
    );
    expect(w.linkedPolicies).toEqual(['Safeguarding policy']);
    expect(hc.legal).toHaveLength(6);
    expect(hc.linkedPolicies).toHaveLength(7);
    expect([r.review.due, w.review.due, hc.review.due]).toEqual(['2020-10', '2025-01', '2023-09']);
  });

  it('[HC-S4] name two who sign a version', () => {
    expect(hc.signOffs).toEqual(['headteacher', 'chair-of-governors']);
  });

  it('[B-07 B-08 B-09 B-10 B-11] list eleven purposes for Broadening Horizons', () => {
    expect(b.purposes).toHaveLength(11);
    expect(b.purposes.filter(({ needs }) => needs !== undefined).map(({ id }) => id)).toEqual([
      'no-contact',
      'absent-safe-check',
      'transport',
      'holiday-suspected',
    ]);
  });

  it('[R-14 R-15] ask one neutral question about who should go, and nothing of anybody’s religion', () => {
    expect(r.asking.find(({ field }) => field === 'staffing')).toMatchObject({
      required: true,
      clause: 'R-14',
    });
    const asks = Object.values(packs).flatMap((one) => [
      ...one.asking.map(({ ask }) => ask),
      ...one.risk.questions.map(({ ask }) => ask),
      ...one.departure.checks.map(({ ask }) => ask),
    ]);
    expect(asks.join(' ')).not.toMatch(
      /religio|faith|muslim|christian|gender|male|female|\bsex\b/iu,
    );
  });

  it('[B-72 B-76 B-81] keep the table of hazards with all six columns and the levels it has', () => {
    expect(b.risk.hazards.map(({ id, level }) => [id, level])).toEqual([
      ['violence', 'low'],
      ['driving', 'low'],
      ['walking', 'medium'],
      ['illness', 'low'],
      ['animals', 'low'],
    ]);
  });

  it('[HC-F15 HC-F16 HC-F17 HC-F18 HC-F19 HC-F20 HC-F21] ask all seven questions of Holy Cross, the last two the other way round', () => {
    const asked = [...hc.risk.questions, ...hc.risk.personal].toSorted((one, other) =>
      one.id < other.id ? -1 : 1,
    );
    expect(asked.map(({ id, problem }) => `${id} ${problem}`)).toEqual([
      'q1 yes',
      'q2 yes',
      'q3 yes',
      'q4 yes',
      'q5 yes',
      'q6 no',
      'q7 no',
    ]);
  });

  it('[B-33 W-3.4a W-3.4b HC-4.8a HC-4.8b H-33] ask for identification as each school has it', () => {
    const ask = (one: Policy) =>
      one.departure.checks.find(({ id }) => id === 'identification')?.ask;
    expect(ask(b)).toMatch(/not on a cord/u);
    expect([ask(w), ask(hc)].every((text) => text?.includes('outside your clothes'))).toBe(true);
    expect(ask(h)).toMatch(/ready to be shown/u);
  });

  it('[B-25 W-2.2a HC-2.4a HC-2.9c HC-F6 HC-F25] check phone, device and fitness before leaving', () => {
    const checks = (one: Policy) => one.departure.checks.map(({ id }) => id);
    expect(checks(hc)).toEqual([
      'phone',
      'identification',
      'device',
      'device-charged',
      'device-logged-in',
      'device-tested',
      'fit',
      'documents',
    ]);
    for (const one of [b, w, h]) expect(checks(one)).toEqual(expect.arrayContaining(['phone']));
  });
});

describe('what a school leaves out', () => {
  it('is the product’s own, and on record as such', () => {
    expect(w.filled).toEqual(expect.arrayContaining(['approval', 'evening', 'purposes']));
    expect(w.approval).toEqual(policy.approval);
    expect(h.filled).toEqual(expect.arrayContaining(['evening.from', 'approval.toleranceMinutes']));
    expect(policy.filled).toEqual([]);
  });

  it('has a sentence that people can read for each number that is cited', () => {
    const text = readFileSync(new URL('../../docs/default-policy.md', import.meta.url), 'utf8');
    const sentences = [...text.matchAll(/^- \*\*(\d+\.\d+)\*\* (.+)$/gmu)];
    expect(new Set(sentences.map(([, number]) => number))).toEqual(
      new Set(Object.values(policy.clauses)),
    );
    expect(sentences).toHaveLength(new Set(Object.values(policy.clauses)).size);
    for (const [, , said] of sentences) expect(said).toMatch(/^\p{Lu}[^.]{20,}\.$/u);
  });

  it('is never cited as a clause of the school’s', () => {
    expect(clauseOf(w, 'approval/right-role')).toBe('Home Visits product default');
    expect(clauseOf(w, 'visits/already-decided')).toBe('Home Visits safety rule');
    expect(clauseOf(hc, 'approval/right-role')).toBe('Holy Cross home visits policy 4.4');
    expect(clauseOf(b, 'approval/right-role')).toBe(
      'Broadening Horizons home visit policy “Home Visit Policy and Procedure”',
    );
  });

  it('is taken group by group; a list is the school’s own whole', () => {
    const own = {
      pack: 'x',
      title: 'X',
      version: '1',
      clauses: {},
      briefing: [],
      purposes: [{ id: 'one', label: 'One' }],
      approval: { mode: 'know' },
    };
    const read = parsePolicy(own, policy);
    expect(read.purposes).toEqual([{ id: 'one', label: 'One' }]);
    expect(read.approval).toEqual({ ...policy.approval, mode: 'know' });
    expect(read.filled).not.toContain('purposes');
    expect(read.filled).toContain('approval.roles');
  });

  it('is never its name, its version, its clauses or its briefing', () => {
    const faults = faultsOf({}, policy);
    expect(faults).toEqual([
      'pack: is missing',
      'title: is missing',
      'version: is missing',
      'clauses: is missing',
      'briefing: is missing',
    ]);
  });
});

const faultsOf = (json: unknown, usual?: Policy): readonly string[] => {
  try {
    parsePolicy(json, usual);
    return [];
  } catch (error) {
    if (error instanceof PolicyUnclear) return error.places;
    throw error;
  }
};

describe('a pack that is not clear', () => {
  it('hears of every fault at once, with its place, in plain words', () => {
    const faults = faultsOf({
      ...Object(pack),
      title: '',
      approval: {
        mode: 'sometimes',
        roles: ['caretaker'],
        listRoles: [],
        delegation: 'off',
        toleranceMinutes: -1,
        substitutes: [],
        whenAllAway: [],
        reminders: [],
        urgentMinutes: [],
        breakGlass: policy.approval.breakGlass,
      },
      evening: { rule: 'always', from: 'five', until: '07:00', alternatives: [] },
      extra: true,
    });
    expect(faults).toEqual([
      'title: is empty',
      'approval.mode: must be one of: approve, know, list-and-visit',
      expect.stringMatching(/^approval\.roles\.0: must be one of: headteacher, /u),
      'approval.toleranceMinutes: is less than 0',
      'evening.from: must be a time, like 17:00',
      'evening.alternatives: needs at least 1',
      'the pack: says what no policy says: extra',
    ]);
  });

  it('has a list to sign and nobody who signs it, or a risk form that asks nothing', () => {
    const approval = { ...policy.approval, mode: 'list-and-visit' };
    expect(faultsOf({ ...Object(pack), approval }).join()).toMatch(/somebody who signs it/u);
    const risk = { ...policy.risk, form: 'hazards' };
    expect(faultsOf({ ...Object(pack), risk }).join()).toMatch(/must ask something/u);
  });
});
