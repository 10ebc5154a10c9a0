import { request } from 'node:http';
import { decodeJwt } from 'jose';
import { durationMs } from '../../../src/local/clock.ts';
import { tenant } from '../../../src/local/tenant.ts';
import { openSchool, postTo, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const clock = async (body?: unknown) =>
  (await school.call(body === undefined ? 'GET' : 'POST', '/local/clock', body)).body;

describe('the clock', () => {
  it('is set to an instant, or moved on by a duration', async () => {
    const set = await clock({ now: '2026-11-23T09:00:00Z' });
    expect(String(set['now'])).toMatch(/^2026-11-23T09:00:0/);
    const moved = await clock({ advance: 'PT1H30M' });
    expect(String(moved['now'])).toMatch(/^2026-11-23T10:30:0/);
    expect(Number(moved['offsetMs']) - Number(set['offsetMs'])).toBe(5_400_000);
    expect((await clock())['offsetMs']).toBe(moved['offsetMs']);
  });

  it('dates messages, but not tokens', async () => {
    await clock({ now: '2027-02-01T09:00:00Z' });
    await school.call('POST', '/local/people/sam/chat', { text: 'hi' });
    const chat = (await school.call('GET', '/local/people/sam/chat')).body;
    expect(chat[chat.length - 1]?.['at']).toMatch(/^2027-02-01T09:00/);
    expect(school.seen.at(-1)?.['timestamp']).toMatch(/^2027-02-01T09:00/);
    const { body } = await school.call('POST', '/local/token', { audience: 'tab', person: 'sam' });
    const { iat = 0 } = decodeJwt(String(body['token']));
    expect(Math.abs(iat * 1_000 - Date.now())).toBeLessThan(5_000);
  });

  it('says so when it is asked for something else', async () => {
    for (const body of [{}, { now: 'teatime' }, { advance: 'half an hour' }, { advance: 'PT' }]) {
      expect((await school.call('POST', '/local/clock', body)).status).toBe(400);
    }
  });

  it('reads durations', () => {
    const read = ['PT30M', 'P1D', 'P1W', 'PT1.5S', '-PT5M', 'P1DT1H1M1S'].map(durationMs);
    expect(read).toEqual([1_800_000, 86_400_000, 604_800_000, 1_500, -300_000, 90_061_000]);
  });
});

describe('faults', () => {
  afterEach(() => school.call('DELETE', '/local/faults'));
  const fault = (body: unknown) => school.call('POST', '/local/faults', body);
  const open = () =>
    school.asBot('POST', '/conversations', { members: [{ id: '29:jo' }], tenantId: tenant.id });

  it('make the next matching calls fail, as often as was said', async () => {
    await fault({ on: 'connector', kind: '429', match: '/conversations', times: 2, retryAfter: 7 });
    expect([(await open()).status, (await open()).status, (await open()).status]).toEqual([
      429, 429, 201,
    ]);
    expect((await school.call('GET', '/local/faults')).body).toMatchObject([{ hits: 2 }]);
  });

  it('tell how long to wait', async () => {
    await fault({ on: 'connector', kind: '503', retryAfter: 3 });
    const response = await fetch(`${school.address}/connector/v3/conversations`, {
      method: 'POST',
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3']);
  });

  it('leave other calls, and other services, alone', async () => {
    await fault({ on: 'connector', kind: '503', match: 'GET ' });
    expect((await open()).status).toBe(201);
    await fault({ on: 'graph', kind: 'down' });
    expect((await open()).status).toBe(201);
  });

  it('cut the line', async () => {
    const token = `Bearer ${await school.botToken()}`;
    await fault({ on: 'connector', kind: 'reset' });
    const members = `${school.address}/connector/v3/conversations/x/members`;
    await expect(fetch(members, { headers: { authorization: token } })).rejects.toThrow();
    await fault({ on: 'entra', kind: 'down' });
    const keys = `${school.address}/${tenant.id}/discovery/v2.0/keys`;
    await expect(fetch(keys)).rejects.toThrow();
  });

  it('do the work and then lose the answer', async () => {
    const before = (await school.call('GET', '/local/people/rao/chat')).body.length;
    const { body } = await school.asBot('POST', '/conversations', { members: [{ id: '29:rao' }] });
    await fault({ on: 'connector', kind: 'commit-then-504', match: '/activities' });
    const activity = { type: 'message', text: 'did it arrive?' };
    const sent = await school.asBot('POST', `/conversations/${body['id']}/activities`, activity);
    expect(sent.status).toBe(504);
    expect((await school.call('GET', '/local/people/rao/chat')).body.length).toBe(before + 1);
  });

  it('refuse with 403, or with a page no program can read', async () => {
    await fault({ on: 'connector', kind: '403', times: 1 });
    expect((await open()).status).toBe(403);
    await fault({ on: 'entra', kind: 'html' });
    const response = await fetch(`${school.address}/${tenant.id}/discovery/v2.0/keys`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      502,
      'text/html; charset=utf-8',
    ]);
  });

  it('reach Graph', async () => {
    const { body } = await school.call('POST', '/local/token', { audience: 'graph' });
    const headers = { authorization: `Bearer ${body['token']}` };
    const site = `${school.address}/v1.0/sites/school.sharepoint.com:/sites/HomeVisits`;
    await fault({ on: 'graph', kind: '503', times: 1, retryAfter: 2 });
    expect((await fetch(site, { headers })).status).toBe(503);
    expect((await fetch(site, { headers })).status).toBe(200);
  });

  it('say so when they make no sense', async () => {
    expect((await fault({ on: 'weather', kind: 'rain' })).status).toBe(400);
  });
});

describe('usage', () => {
  it('counts what Graph was asked, since the last reset', async () => {
    await school.call('DELETE', '/local/usage');
    const { body } = await school.call('POST', '/local/token', { audience: 'graph' });
    await fetch(`${school.address}/v1.0/sites/school.sharepoint.com:/sites/HomeVisits`, {
      headers: { authorization: `Bearer ${body['token']}` },
    });
    const used = (await school.call('GET', '/local/usage')).body;
    expect(used).toMatchObject({ clicks: { queries: 0 }, background: { queries: 0 } });
    expect(Number(used['units'])).toBeGreaterThan(0);
    await school.call('DELETE', '/local/usage');
    expect((await school.call('GET', '/local/usage')).body).toMatchObject({
      units: 0,
      requests: [],
    });
  });
});

const askAs = (host: string, origin?: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(school.address);
    const headers = { host, ...(origin && { origin }) };
    request({ host: '127.0.0.1', port, path: '/local/people', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('the door', () => {
  it('opens to this machine by its own names only', async () => {
    const { port } = new URL(school.address);
    expect(await askAs(`127.0.0.1:${port}`)).toBe(200);
    expect(await askAs(`localhost:${port}`)).toBe(200);
    expect(await askAs(`evil.example:${port}`)).toBe(403);
    expect(await askAs('127.0.0.1:1')).toBe(403);
    expect(await askAs('localhost')).toBe(403);
  });

  it('stays shut to other pages in the same browser', async () => {
    const { port } = new URL(school.address);
    const host = `localhost:${port}`;
    expect(await askAs(host, `http://localhost:${port}`)).toBe(200);
    expect(await askAs(host, 'http://evil.example')).toBe(403);
    expect(await askAs(host, `http://localhost:${school.productPort}`)).toBe(403);
    expect(await askAs(host, 'null')).toBe(403);
  });
});

describe('the tenant', () => {
  it('knows its people and its channel', async () => {
    const people = (await school.call('GET', '/local/people')).body;
    expect(people.length).toBe(11);
    expect(people).toContainEqual({
      ...{
        id: 'okafor',
        name: 'Mrs Okafor',
        title: 'headteacher',
        roles: ['headteacher', 'head-of-school'],
      },
      app: 'installed',
    });
    expect((await school.call('GET', '/local/channels')).body).toMatchObject([
      { name: 'safeguarding' },
    ]);
    expect((await school.call('GET', '/local/channels/staffroom')).status).toBe(404);
    expect((await school.call('GET', '/local/nothing')).status).toBe(404);
  });

  it('remembers over a restart, and forgets when it is told to', async () => {
    const first = await openSchool();
    await first.call('POST', '/local/clock', { advance: 'P1D' });
    await first.call('POST', '/local/people/sam/app', { state: 'blocked' });
    await postTo(first, 'jo', { type: 'message', text: 'Remember me' });
    await first.closeTenant();
    await first.stopBot();

    const again = await openSchool({ dataDir: first.dataDir });
    const offset = async () => (await again.call('GET', '/local/clock')).body['offsetMs'];
    const jo = async () => (await again.call('GET', '/local/people/jo/chat')).body;
    const sam = async () =>
      Array.from((await again.call('GET', '/local/people')).body).find(
        (one) => String(one?.['id']) === 'sam',
      );
    expect(await jo()).toMatchObject([{ text: 'Remember me' }]);
    expect([await offset(), await sam()]).toMatchObject([86_400_000, { app: 'blocked' }]);
    // Tokens signed before are still good: the keys are kept with the data.
    await again.call('POST', '/local/people/jo/chat', { text: 'hi' });
    expect(again.refused).toEqual([]);

    await again.call('POST', '/local/faults', { on: 'graph', kind: 'down' });
    expect((await again.call('DELETE', '/local')).status).toBe(200);
    expect(await jo()).toEqual([]);
    expect([await offset(), await sam()]).toMatchObject([0, { app: 'installed' }]);
    expect((await again.call('GET', '/local/faults')).body).toEqual([]);
    await again.close();
  });
});
