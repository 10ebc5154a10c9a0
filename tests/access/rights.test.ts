/** Who may do what, and what the API answers: through the API alone, over the running product. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyCheck } from '../builders/visits.ts';
import { openSchool, type School } from '../support/school.ts';
import { form, monday } from '../support/visit.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
  await school.setClock(monday);
}, 60_000);
afterAll(() => school.close());

type Refusal = {
  readonly rule: string;
  readonly clause: string;
  readonly because: string;
  readonly next: string;
  readonly field?: string;
};
type Body = {
  readonly accepted?: boolean;
  readonly held?: boolean;
  readonly reference?: string;
  readonly refusals?: readonly Refusal[];
  readonly visit?: {
    readonly reference: string;
    readonly status: string;
    readonly content: string;
    readonly verbs: readonly string[];
    readonly story: readonly { readonly text: string }[];
  };
};
type Answer = { readonly status: number; readonly type: string; readonly body: Body };

const send = async (
  bearer: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> => {
  const response = await fetch(`${school.productAddress}${path}`, {
    method,
    headers: { authorization: bearer, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: (await response.json()) as Body };
};
const as = async (person: string) => `Bearer ${await school.token('tab', person)}`;
const look = async (person: string, reference: string) =>
  send(await as(person), 'GET', `/api/visits/${reference}`);

let commands = 0;
const newCommand = () => {
  commands += 1;
  return `rights-${commands}`;
};
const submit = async (person: string, more: object = {}) =>
  send(await as(person), 'POST', '/api/visits', { ...form, command: newCommand(), ...more });
const press = async (person: string, reference: string, verb: string, more: object = {}) =>
  send(await as(person), 'POST', `/api/visits/${reference}/commands`, {
    verb,
    command: newCommand(),
    ...more,
  });
const done = async (pressing: Promise<Answer>): Promise<Body> => {
  const { status, body } = await pressing;
  expect({ status, refusals: body.refusals }).toEqual({ status: 200, refusals: undefined });
  return body;
};
const rulesOf = ({ body }: Answer) => (body.refusals ?? []).map(({ rule }) => rule);

const help = ['help', 'danger', 'unwell', 'injured'];
const byPhone = ['log-call', ...help];
const callOffs = ['cannot-go', 'feel-unsafe', 'cancel'];
const outForOthers = ['return', 'arrive', 'leave', 'extend', 'change-plan', 'cancel'];
const whileOut = [
  ...['extend', 'change-plan', 'turn-back', 'feel-unsafe', 'leave-unsafe', 'cancel'],
  ...['call-me', 'child-alone', 'child-in-danger', 'nearly-there', 'notice-of-lateness'],
];
const goers = [
  ...['check-departure', 'depart', 'send-test', 'agree-code-word', 'notice-of-lateness'],
];
const personal = ['answer-health', 'confirm-reading'];

/** Status by status: what each of the cast is offered. Who is not named here is offered help alone, or nothing at all. */
const offers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'awaiting approval': {
    okafor: ['approve', 'ask-for-changes', 'decline', 'open-details', ...help],
    bevan: help,
    rao: ['open-details', ...help],
    lind: ['open-details', ...help],
    pat: ['log-approval', ...callOffs, ...help],
    sam: [...personal, 'edit', ...callOffs, 'open-details', ...help],
    jo: [...personal, ...callOffs, 'open-details', ...help],
  },
  approved: {
    okafor: ['withdraw-approval', 'open-details', ...help],
    bevan: help,
    rao: ['confirm-told', 'open-details', ...help],
    lind: ['confirm-told', 'open-details', ...help],
    pat: ['agree-code-word', 'depart', 'notice-of-lateness', ...callOffs, ...byPhone],
    sam: [...personal, ...goers, 'edit', ...callOffs, 'open-details', ...help],
    jo: [...personal, ...goers, ...callOffs, 'open-details', ...help],
  },
  out: {
    okafor: ['confirm-told', 'extend', 'open-details', ...help],
    bevan: ['confirm-told', ...help],
    rao: ['open-details', ...help],
    lind: ['open-details', ...help],
    pat: ['confirm-told', ...outForOthers, ...byPhone],
    sam: ['arrive', 'return', 'leave', ...whileOut, 'open-details', ...help],
    jo: ['arrive', 'return', 'leave', ...whileOut, 'open-details', ...help],
  },
  returned: {
    okafor: ['open-details', ...help],
    bevan: help,
    rao: ['open-details', ...help],
    lind: ['open-details', ...help],
    pat: help,
    sam: ['open-details', ...help],
    jo: ['open-details', ...help],
  },
};

let reference = '';
let content = '';

const expectOffers = (status: string) => async () => {
  const expected = Object.entries(offers[status] ?? {}).map(([person, verbs]) => ({
    person,
    status,
    offered: [...verbs].sort(),
  }));
  const seen = [];
  for (const { person } of expected) {
    const { visit } = await done(look(person, reference));
    seen.push({ person, status: visit?.status, offered: [...(visit?.verbs ?? [])].sort() });
  }
  expect(seen).toEqual(expected);
  for (const person of ['wells', 'hart', 'dunn'])
    expect((await look(person, reference)).status).toBe(404);
  expect((await look('pupil', reference)).status).toBe(403);
};

describe('one visit, in each status', () => {
  it('is asked for once, however often it is sent', async () => {
    const command = newCommand();
    const first = await done(submit('sam', { command }));
    const again = await done(submit('sam', { command }));
    expect(first).toMatchObject({ accepted: true, visit: { status: 'awaiting approval' } });
    expect(again.visit?.reference).toBe(first.visit?.reference);
    expect(await school.items('HomeVisits', 'Visits')).toHaveLength(1);
    reference = first.visit?.reference ?? '';
    content = first.visit?.content ?? '';
  });

  it('offers each of them theirs: awaiting approval', expectOffers('awaiting approval'));

  it('is decided by no deputy, requester or visitor, and says by which clause', async () => {
    for (const [person, rules] of [
      ['bevan', ['approval/right-role']],
      ['pat', ['approval/right-role']],
      ['sam', ['approval/not-own-visit', 'approval/right-role']],
      ['jo', ['approval/not-own-visit', 'approval/right-role']],
    ] as const) {
      const answer = await press(person, reference, 'approve', { content });
      expect({ person, status: answer.status, rules: rulesOf(answer) }).toEqual({
        person,
        status: 422,
        rules,
      });
      expect(answer.type).toContain('application/problem+json');
      for (const { clause, because, next } of answer.body.refusals ?? [])
        expect([clause, because, next].every((words) => words.length > 5)).toBe(true);
    }
    expect((await look('sam', reference)).body.visit?.status).toBe('awaiting approval');
  });

  it('is decided once: the same press again is the same, another hears who and when', async () => {
    const command = newCommand();
    await done(press('okafor', reference, 'approve', { content, command }));
    const again = await done(press('okafor', reference, 'approve', { content, command }));
    expect(again.visit?.status).toBe('approved');
    const other = await press('okafor', reference, 'decline', { content, reason: 'No.' });
    expect(other.status).toBe(409);
    expect(other.type).toContain('application/problem+json');
    expect(rulesOf(other)).toEqual(['visits/already-decided']);
    expect(other.body.refusals?.[0]?.because).toMatch(/Mrs Okafor.*13:0\d/u);
  });

  it('offers each of them theirs: approved', expectOffers('approved'));

  it('is left by phone, too, with the name of who took the call', async () => {
    await done(press('okafor', reference, 'open-details', { content }));
    await done(press('okafor', reference, 'adopt-assessment', { content }));
    await done(press('pat', reference, 'reached', { who: 'sam,jo' }));
    for (const person of ['sam', 'jo']) {
      await done(press(person, reference, 'answer-health', { adjustment: 'none' }));
      await done(press(person, reference, 'confirm-reading'));
      await done(press(person, reference, 'check-departure', everyCheck));
    }
    const call = { said: 'depart', who: 'sam,jo', words: 'We are off.' };
    const forged = await press('jo', reference, 'log-call', call);
    expect({ status: forged.status, rules: rulesOf(forged) }).toEqual({
      status: 422,
      rules: ['access/not-your-part'],
    });
    const { visit } = await done(press('pat', reference, 'log-call', call));
    expect(visit?.status).toBe('out');
    expect(visit?.story.at(-1)?.text).toMatch(/^Pat Doyle logged a call: .*Sam Pike and Jo Ashby/u);
  });

  it('offers each of them theirs: out', expectOffers('out'));

  it('is over when each is back by name', async () => {
    await done(press('sam', reference, 'return', { who: 'sam' }));
    expect((await look('pat', reference)).body.visit?.status).toBe('out');
    await done(press('pat', reference, 'return', { who: 'jo' }));
    await expectOffers('returned')();
  });
});

describe('asking', () => {
  it('is told before it is sent that nobody may decide on the headteacher’s own visit', async () => {
    const answer = await submit('okafor', { visitors: 'okafor,jo', startTime: '15:00' });
    expect(answer.status).toBe(422);
    const refusal = answer.body.refusals?.find(({ rule }) => rule === 'approval/somebody-may');
    expect(refusal).toMatchObject({ field: 'visitors' });
    expect(refusal?.next).not.toBe('');
    expect(await school.items('HomeVisits', 'Visits')).toHaveLength(1);
  });

  it('hears everything that is wrong at once, each beside its field', async () => {
    const answer = await submit('sam', { pupil: '', parentPhone: '', visitors: 'sam', q1: '' });
    expect(answer.status).toBe(422);
    expect((answer.body.refusals ?? []).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['pupil', 'parentPhone', 'aloneReason', 'q1']),
    );
  });

  it('may be done by the office for others, who then go and do not edit', async () => {
    const { visit } = await done(submit('pat', { startTime: '15:00', dueBackTime: '16:00' }));
    const name = visit?.reference ?? '';
    expect(visit?.verbs).toContain('edit');
    expect((await look('sam', name)).body.visit?.verbs).not.toContain('edit');
    expect(rulesOf(await press('sam', name, 'edit', { ...form, people: 'Nan' }))).toEqual([
      'access/not-your-part',
    ]);
    await done(press('pat', name, 'cancel', { reason: 'Not needed.' }));
  });

  it('is held, and says so, while SharePoint does not answer', async () => {
    await school.fault({ on: 'graph', kind: '503' });
    const answer = await submit('sam', { date: '2026-11-24' });
    expect(answer).toMatchObject({ status: 202, body: { held: true } });
    expect(answer.body.reference).toMatch(/^HV-2026-\d{4}$/u);
    await school.mend();
  });
});

describe('who asks', () => {
  const tab = (more: object): Promise<string> => school.token('tab', 'okafor', more);
  const bearers: Readonly<Record<string, () => Promise<string>>> = {
    nothing: async () => '',
    garbage: async () => 'x.y.z',
    'an expired token': () => tab({ expired: true }),
    'another key': () => tab({ key: 'wrong' }),
    'another tenant': () => tab({ claims: { tid: 'other' } }),
    'a token for Graph': () => school.token('graph', 'okafor'),
    'a token of the connector': () => school.token('connector'),
  };

  it.each(Object.keys(bearers))('is nobody with %s', async (name) => {
    const answer = await send(`Bearer ${await bearers[name]?.()}`, 'GET', '/api/me');
    expect(answer.status).toBe(401);
    expect(answer.type).toContain('application/problem+json');
    expect(JSON.stringify(answer.body)).not.toContain('Okafor');
  });

  it('is somebody with a good one', async () => {
    expect((await send(`Bearer ${await tab({})}`, 'GET', '/api/me')).status).toBe(200);
  });
});
