/** What is no act of one visit, forged by everybody it is not for: refused, on record, and telling nothing; and what those it is for may not do with it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people, personBy } from '../../src/local/tenant.ts';
import { type Act, may } from '../../src/people/access.ts';
import { personId, type Role } from '../../src/vocabulary.ts';
import { type ListItem, openSchool, type School } from '../support/school.ts';
import { monday } from '../support/visit.ts';
import { type Forger, openForger } from './forger.ts';

let school: School;
let forger: Forger;
beforeAll(async () => {
  school = await openSchool();
  await school.setClock(monday);
  // The one policy with a weekly list, and with two who sign a version.
  await school.call('POST', '/local/packs', { pack: 'holy-cross' });
  forger = await openForger(school);
}, 120_000);
afterAll(() => school.close());

const week = '2026-11-23';
const settings = '{"title":"A policy of my own"}';
const everyInput = {
  ...{ week, content: 'stale', shown: '1,2,3', text: 'Tom, 1 High St, 61', remove: '1' },
  ...{ version: 'forged', from: '2026-12-01', settings },
  ...{ key: 'a-home', address: '1 High St', what: 'A dog', hazard: 'x', reviewBy: '2027-01-01' },
  ...{ person: 'sam', roles: 'headteacher', revision: '1', kind: 'away', role: 'headteacher' },
  ...{ fromDay: '2026-11-23', fromTime: '08:00', untilDay: '2026-11-24', untilTime: '08:00' },
};
let sent = 0;
const newCommand = () => {
  sent += 1;
  return `forged-general-${sent}`;
};

/** Where each is sent to over HTTP. */
const doors: Readonly<Record<string, readonly Act[]>> = {
  '/api/weekly-list/commands': ['compile-list', 'send-list', 'sign-list', 'add-to-list'],
  '/api/policy/commands': ['propose-policy', 'sign-policy', 'withdraw-policy'],
  '/api/homes/commands': [
    'add-hazard',
    'review-hazard',
    'resolve-hazard',
    'merge-homes',
    'renew-standing',
  ],
  '/api/registers/commands': [
    'set-staff',
    'confirm-roles',
    'keep-vehicle',
    'remove-vehicle',
    'keep-device',
    'remove-device',
    'keep-duty',
    'revoke-duty',
    'keep-dates',
    'remove-dates',
    'keep-hours',
  ],
};
const onCards: readonly Act[] = [
  'sign-list',
  'add-to-list',
  'acknowledge-duress',
  'stand-down-duress',
];

const barred = (act: Act) =>
  people.filter(({ id, name, mobile }) => {
    const roles = (personBy(id)?.roles ?? []) as readonly Role[];
    return !may(act, { id: personId(id), name, mobile, roles });
  });

const lists = [
  ['HomeVisits', 'WeeklyLists'],
  ['HomeVisitsRegisters', 'Policies'],
  ['HomeVisitsRegisters', 'Staff'],
  ['HomeVisitsRegisters', 'DutyRota'],
  ['Safeguarding', 'Homes'],
  ['Safeguarding', 'Incidents'],
] as const;
const inTheLists = async () =>
  JSON.stringify(await Promise.all(lists.map(([site, list]) => school.items(site, list))));

/** Page by page: many are turned away here. */
const noted = async (): Promise<readonly string[]> => {
  type Page = { readonly value: readonly ListItem[]; readonly '@odata.nextLink'?: string };
  const found: string[] = [];
  let path: string | undefined = `${school.itemsAt('HomeVisits', 'Activity')}?$expand=fields`;
  while (path !== undefined) {
    const page: Page = await school.graph<Page>(path);
    for (const { fields } of page.value)
      found.push(`${String(fields['Who'])} ${String(fields['Title'])}`);
    path = page['@odata.nextLink']?.split('/v1.0/')[1];
  }
  return found;
};

const press = async (person: string, path: string, inputs: object) => {
  const { status, text } = await forger.ask(person, 'POST', path, {
    command: newCommand(),
    ...inputs,
  });
  const body = JSON.parse(text) as { readonly refusals?: readonly { readonly rule: string }[] };
  return { status, rules: (body.refusals ?? []).map(({ rule }) => rule) };
};

const tellsNothing = (text: string) =>
  expect(text).not.toMatch(/forged|High St|"list"|"registers"|"homes"|revision|"policy":\{/u);

describe.each(Object.entries(doors))('what is sent to %s', (path, acts) => {
  it('changes nothing, tells nothing and is on record, from everybody it is not for', async () => {
    const before = await inTheLists();
    const tried: string[] = [];
    for (const act of acts)
      for (const { id, name } of barred(act)) {
        const body = { ...everyInput, verb: act, command: newCommand() };
        const answer = await forger.ask(id, 'POST', path, body);
        expect({ id, act, status: answer.status }).toEqual({ id, act, status: 403 });
        tellsNothing(answer.text);
        tried.push(name);
      }
    expect(tried.length).toBeGreaterThan(0);
    await school.advance('PT1M');
    expect(await inTheLists()).toBe(before);
    const lines = await noted();
    for (const name of new Set(tried))
      expect({ name, noted: lines.some((line) => line.startsWith(`${name} `)) }).toEqual({
        name,
        noted: true,
      });
  }, 120_000);
});

describe('what is pressed on a card', () => {
  it('changes nothing and tells nothing, from everybody it is not for', async () => {
    const before = await inTheLists();
    for (const act of onCards)
      for (const { id } of barred(act)) {
        const data = { ...everyInput, command: newCommand(), incident: 'I-1', alarm: 'I-1' };
        const { text } = await forger.press(id, act, data);
        tellsNothing(text.replaceAll('forged-general', ''));
      }
    await school.advance('PT1M');
    expect(await inTheLists()).toBe(before);
    const lines = await noted();
    expect(lines).toContain('Mr Wells sign-list');
    expect(lines).toContain('Mr Wells stand-down-duress');
  }, 120_000);
});

describe('those it is for', () => {
  it('sign no list that is not the one before them', async () => {
    for (const verb of ['sign-list', 'add-to-list']) {
      const { status, rules } = await press('okafor', '/api/weekly-list/commands', {
        ...{ verb, week, content: 'a-hash-of-last-week', shown: '1' },
      });
      expect({ verb, status, signed: rules.length === 0 }).toEqual({
        verb,
        status: 422,
        signed: false,
      });
    }
    expect(await school.items('HomeVisits', 'WeeklyLists')).toEqual([]);
  }, 60_000);

  it('confirm no roles of their own, and delegate nothing to themselves', async () => {
    const at = '/api/registers/commands';
    const registers = JSON.parse((await forger.ask('okafor', 'GET', '/api/registers')).text) as {
      readonly staff: readonly { readonly id: string; readonly revision: string }[];
    };
    const revision = registers.staff.find(({ id }) => id === 'okafor')?.revision ?? '';
    const own = { verb: 'confirm-roles', person: 'okafor', revision, roles: 'headteacher' };
    expect(await press('okafor', at, own)).toEqual({ status: 422, rules: ['registers/own-roles'] });
    const duty = { ...everyInput, verb: 'keep-duty', kind: 'stands-in', person: 'hart' };
    expect(await press('hart', at, duty)).toEqual({ status: 422, rules: ['registers/own-duty'] });
  }, 60_000);

  it('sign a version of the policy once, whatever roles they hold', async () => {
    const at = '/api/policy/commands';
    const { policy } = JSON.parse((await forger.ask('okafor', 'GET', '/api/policy')).text) as {
      readonly policy: { readonly settings?: unknown; readonly version: string };
    };
    const changed = { ...(policy.settings as object), title: 'Home visits, anew' };
    const proposal = { version: '2', from: '2026-12-01', settings: JSON.stringify(changed) };
    expect(await press('okafor', at, { verb: 'propose-policy', ...proposal })).toEqual({
      status: 200,
      rules: [],
    });
    const once = { verb: 'sign-policy', version: '2', command: newCommand() };
    expect((await press('okafor', at, once)).status).toBe(200);
    // The same press again is the same; a new one is refused.
    expect((await press('okafor', at, once)).status).toBe(200);
    expect(await press('okafor', at, { ...once, command: newCommand() })).toEqual({
      status: 422,
      rules: ['policy/sign-once'],
    });
    // Another's command sent again is nobody's signature.
    expect((await press('rao', at, once)).status).not.toBe(200);
  }, 60_000);
});

describe('the page that asks for a visit', () => {
  it('is told of the school no more than the form draws', async () => {
    const body = JSON.parse(
      (await forger.ask('sam', 'GET', '/api/form?family=&colleague=')).text,
    ) as Readonly<Record<string, unknown>> & {
      readonly colleagues: readonly object[];
    };
    expect(Object.keys(body).sort()).toEqual(
      [
        ...['approvers', 'briefing', 'cars', 'classes', 'colleagues', 'families', 'hazards'],
        ...['initialFloor', 'now', 'policy', 'purposes', 'questions', 'rules'],
      ].sort(),
    );
    expect(Object.keys(body['policy'] as object).sort()).toEqual(['title', 'version']);
    const told = new Set(body.colleagues.flatMap((one) => Object.keys(one)));
    for (const name of told) expect(['id', 'name', 'against']).toContain(name);
    expect(body['families']).toEqual([]);
    // Neither numbers nor roles nor addresses of anybody.
    expect(JSON.stringify(body)).not.toMatch(/07700 900|checksSeen|"roles"|"mobile"/u);
    for (const person of ['wells', 'hart', 'dunn', 'pupil'])
      expect((await forger.ask(person, 'GET', '/api/form')).status).toBe(403);
  }, 60_000);
});
