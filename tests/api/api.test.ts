import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../src/api/api.ts';
import { createTokenCheck } from '../../src/api/tokens.ts';
import { visit } from '../tab/school.ts';
import { createFakeEntra, entraAddress, tabApp, tenant } from './fake-entra.ts';
import { createFakeHouse } from './fake-house.ts';

const command = 'command-1';
const everywhere = [
  ['GET', '/api/me'],
  ['GET', '/api/today'],
  ['GET', '/api/visits?mine'],
  ['GET', '/api/visits?waiting'],
  ['GET', '/api/visits?day=2026-11-23'],
  ['GET', '/api/visits/HV-2026-0042'],
  ['GET', '/api/visits/HV-2026-0042/letter'],
  ['GET', '/api/form'],
  ['GET', '/api/form?family=jones'],
  ['GET', '/api/nowhere'],
  ['POST', '/api/visits'],
  ['POST', '/api/visits/check'],
  ['POST', '/api/visits/HV-2026-0042/commands'],
  ['POST', '/api/concerns'],
] as const;

describe('the API', () => {
  let entra: Awaited<ReturnType<typeof createFakeEntra>>;
  let fake: ReturnType<typeof createFakeHouse>;
  let server: Server;
  let address: string;
  const reported: unknown[] = [];

  beforeAll(async () => {
    entra = await createFakeEntra();
    const tokens = createTokenCheck({
      entraAddress,
      tenant,
      audiences: [tabApp],
      fetch: entra.fetch,
    });
    server = createServer((request, response) => {
      const api = createApi({ house: fake.house, tokens, report: (error) => reported.push(error) });
      void api.handle(request, response).then((taken) => {
        if (!taken) response.writeHead(299).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    fake = createFakeHouse();
  });

  const ask = async (
    ...[person, method, path, body]: readonly [string, string, string, unknown?]
  ) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await entra.tokenOf(person)}`,
        'content-type': 'application/json',
      },
      ...(method === 'POST' && {
        body: typeof body === 'string' ? body : JSON.stringify(body ?? { command, verb: 'help' }),
      }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) };
  };
  const post = (person: string, path: string, body: unknown) => ask(person, 'POST', path, body);

  it.each(everywhere)('lets nobody in without a token: %s %s', async (method, path) => {
    const answer = await fetch(`${address}${path}`, { method });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(everywhere)('gives a pupil, and a stranger, nothing: %s %s', async (method, path) => {
    for (const person of ['pupil', 'stranger']) {
      const answer = await ask(person, method, path);
      expect(answer.status).toBe(403);
      expect(answer.text).toBe((await ask('wells', 'GET', '/api/visits/HV-2026-9999')).text);
    }
    expect(fake.presses).toEqual([]);
    expect(fake.concerns).toEqual([]);
  });

  it('says the same of a visit one may not know as of one that is not there', async () => {
    const there = await ask('wells', 'GET', '/api/visits/HV-2026-0042');
    const nowhere = await ask('wells', 'GET', '/api/visits/HV-2026-9999');
    const act = await post('wells', '/api/visits/HV-2026-0042/commands', {
      command,
      verb: 'approve',
    });
    expect([there.status, nowhere.status, act.status]).toEqual([404, 404, 404]);
    expect(there.text).toBe(nowhere.text);
    expect(act.text).toBe(nowhere.text);
  });

  it('hands the letter to whoever sees the visit, and puts on record who else tried', async () => {
    const path = '/api/visits/HV-2026-0042/letter';
    const { status, body } = await ask('sam', 'GET', path);
    expect(status).toBe(200);
    expect(body.file).toEqual({ name: 'letter.docx', base64: btoa('a letter') });
    const refused = await ask('wells', 'GET', path);
    expect(refused.status).toBe(404);
    expect(refused.text).toBe((await ask('wells', 'GET', '/api/visits/HV-2026-9999')).text);
    expect(fake.refused.slice(0, 1)).toEqual(['wells see-visit']);
  });

  it('gives a teacher with no part in a visit nothing of any', async () => {
    for (const path of [
      '/api/today',
      '/api/visits?waiting',
      '/api/visits?day=2026-11-23',
      '/api/form',
    ])
      expect((await ask('wells', 'GET', path)).status).toBe(403);
    expect((await post('wells', '/api/visits', { command, pupil: 'Elin' })).status).toBe(403);
    expect(fake.presses).toEqual([]);
  });

  it('tells a person which pages are theirs, and the school’s time', async () => {
    expect((await ask('pat', 'GET', '/api/me')).body).toMatchObject({
      now: '2026-11-23T14:12:00.000Z',
      person: { id: 'pat', name: 'Pat Doyle' },
      pages: ['today', 'mine', 'ask', 'registers', 'homes', 'policy'],
      mayLogCalls: true,
      waiting: 0,
    });
    expect((await ask('okafor', 'GET', '/api/me')).body).toMatchObject({ waiting: 2 });
    expect((await ask('wells', 'GET', '/api/me')).body.pages).toEqual(['mine', 'homes', 'policy']);
  });

  it('answers the pages, and lets no browser keep them', async () => {
    for (const path of [
      '/api/today',
      '/api/visits?mine',
      '/api/visits/HV-2026-0042',
      '/api/form?family=jones',
    ]) {
      const answer = await ask('pat', 'GET', path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await ask('pat', 'GET', '/api/form?family=jones')).body.families).toHaveLength(1);
    expect((await ask('pat', 'GET', '/api/form')).body.families).toEqual([]);
  });

  it('presses a verb for the person of the token, whatever the body says', async () => {
    const inputs = { who: ['sam', 'jo'], dueBack: '15:45', by: 'okafor', via: 'chat' };
    const answer = await post('sam', '/api/visits/HV-2026-0042/commands', {
      command,
      verb: 'extend',
      ...inputs,
    });
    expect(answer.body).toMatchObject({
      accepted: true,
      note: 'Done.',
      visit: { reference: 'HV-2026-0042' },
    });
    expect(fake.presses[0]).toMatchObject({
      verb: 'extend',
      visit: 'HV-2026-0042',
      command,
      via: 'tab',
      by: { id: 'sam' },
      inputs: { who: 'sam,jo', dueBack: '15:45' },
    });
  });

  it('knows no verb that nobody has', async () => {
    const odd = await post('sam', '/api/visits/HV-2026-0045/commands', {
      command,
      verb: 'toString',
    });
    expect(odd.status).toBe(400);
    expect(fake.presses).toEqual([]);
  });

  it('looks a form over for whoever may ask, and sends nothing', async () => {
    const form = { command, visit: 'HV-2026-0042', pupil: 'Elin', visitors: ['sam', 'jo'] };
    const answer = await post('sam', '/api/visits/check', form);
    expect(answer).toMatchObject({
      status: 200,
      body: { refusals: [], says: [expect.any(String)] },
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(fake.checks).toEqual([{ pupil: 'Elin', visitors: 'sam,jo' }]);
    expect(fake.presses).toEqual([]);
    for (const person of ['wells', 'pupil']) {
      const refused = await post(person, '/api/visits/check', form);
      expect({ person, status: refused.status }).toEqual({ person, status: 403 });
      expect(refused.body).not.toHaveProperty('says');
    }
    expect(fake.checks).toHaveLength(1);
    expect(fake.refused).toContain('wells page-ask');
    expect((await ask('sam', 'GET', '/api/visits/check')).status).not.toBe(200);
  });

  it('draws the form of a visit by its own version of the policy', async () => {
    const { policy } = (await ask('sam', 'GET', '/api/form?visit=HV-2026-0042')).body;
    expect(policy).toMatchObject({ version: 'of HV-2026-0042' });
    expect((await ask('sam', 'GET', '/api/form')).body.policy).not.toEqual(policy);
  });

  it('takes a request for a visit, and one for a visit that is under way already', async () => {
    expect((await post('sam', '/api/visits', { command, pupil: 'Elin Jones' })).status).toBe(200);
    expect(fake.presses[0]).toMatchObject({
      verb: 'submit',
      visit: undefined,
      inputs: { pupil: 'Elin Jones' },
    });
    await post('sam', '/api/visits', { command, verb: 'already-happened' });
    expect(fake.presses[1]).toMatchObject({ verb: 'already-happened', visit: undefined });
    expect((await post('sam', '/api/visits', { command, verb: 'approve' })).status).toBe(400);
  });

  const refusal = (rule: string) => ({
    rule,
    clause: 'Bryn School policy 4.3',
    because: 'Because.',
    next: 'Next.',
  });

  it.each([
    ['a refusal', 422, { kind: 'refused', refusals: [refusal('staffing/two')] }],
    [
      'a decision already taken',
      409,
      { kind: 'refused', refusals: [refusal('visits/already-decided')] },
    ],
    ['what is gone meanwhile', 404, { kind: 'unknown' }],
    [
      'what waits for SharePoint',
      202,
      { kind: 'held', reference: 'HV-2026-0042', note: 'Saved here.' },
    ],
    ['what is done', 200, { kind: 'done', seen: visit(), note: 'Done.' }],
  ] as const)('answers %s with %i', async (_, status, pressed) => {
    fake.state.answer = pressed;
    const answer = await post('sam', '/api/visits/HV-2026-0042/commands', {
      command,
      verb: 'extend',
    });
    expect(answer.status).toBe(status);
    if (pressed.kind === 'refused') expect(answer.body.refusals).toEqual(pressed.refusals);
    if (pressed.kind === 'held')
      expect(answer.body).toMatchObject({ held: true, note: 'Saved here.' });
    if (status >= 400)
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('takes a worry from anyone on the staff, and tells who has heard', async () => {
    const answer = await post('wells', '/api/concerns', {
      command,
      about: 'child',
      what: 'A worry.',
    });
    expect(answer.body).toEqual({ accepted: true, reference: 'C-7KQ2', told: ['Miss Rao'] });
    expect(fake.concerns[0]).toMatchObject({
      by: { id: 'wells' },
      inputs: { about: 'child', what: 'A worry.' },
    });
  });

  it.each([
    ['{}', 400],
    ['[]', 400],
    ['', 400],
    ['{"command":', 400],
    ['null', 400],
    ['{"command":"command-1","who":{"a":1}}', 400],
    ['{"command":"short"}', 400],
    [JSON.stringify({ command, what: 'x'.repeat(257 * 1024) }), 413],
  ])('reads no body such as %.30s', async (body, status) => {
    expect((await post('sam', '/api/visits', body)).status).toBe(status);
    expect(fake.presses).toEqual([]);
  });

  it('reads nothing but JSON, so that no form of another site can be sent here', async () => {
    const answer = await fetch(`${address}/api/visits`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await entra.tokenOf('sam')}`,
        'content-type': 'text/plain',
      },
      body: JSON.stringify({ command }),
    });
    expect(answer.status).toBe(415);
  });

  it('knows which methods an address takes', async () => {
    expect((await ask('sam', 'DELETE', '/api/visits/HV-2026-0042')).status).toBe(405);
    expect((await ask('sam', 'GET', '/api/visits')).status).toBe(400);
  });

  it('tells nobody why it failed but whoever looks after it', async () => {
    fake.state.fails = true;
    const answer = await ask('sam', 'GET', '/api/me');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(String(reported.at(-1))).toContain('a secret of the house');
  });

  it('leaves every other address alone, and the bot’s', async () => {
    for (const path of ['/tab/', '/', '/apix', '/api/messages'])
      expect((await fetch(`${address}${path}`)).status).toBe(299);
  });
});
