import { SignJWT, UnsecuredJWT } from 'jose';
import { activityFrom, send, startBot, startTeams, type TestTeams } from './connection.ts';
import { house, type TestHouse } from './school.ts';

let teams: TestTeams;
let bot: { readonly address: string; readonly stop: () => Promise<void> };
let home: TestHouse;

beforeAll(async () => {
  teams = await startTeams();
  home = house();
  bot = await startBot(teams, home);
});
afterAll(async () => {
  await bot.stop();
  await teams.stop();
  await home.diary.close();
});
beforeEach(() => {
  teams.calls.length = 0;
});

const hello = (more: object = {}) => activityFrom(teams, 'sam', { text: 'hello', ...more });
const bearer = async (claims = teams.claims()): Promise<string> =>
  `Bearer ${await teams.sign(claims)}`;

/** Refused as JSON, and nobody heard a word of it. */
const refused = async (status: number, body: unknown, authorization: string | undefined) => {
  const answer = await send(bot.address, body, authorization);
  expect(answer.status).toBe(status);
  expect(answer.type).toContain('application/problem+json');
  expect(teams.calls).toEqual([]);
};

describe('the guard', () => {
  it('lets in what the connector signed for this bot', async () => {
    const answer = await send(bot.address, hello(), await bearer());
    expect(answer.status).toBe(200);
    expect(teams.calls).toHaveLength(1);
  });

  it('turns away a request without a token', () => refused(401, hello(), undefined));
  it('turns away garbage', () => refused(401, hello(), 'Bearer not.a.token'));
  it('turns away another scheme', () => refused(401, hello(), 'Basic c2FtOnNhbQ=='));

  it('turns away a forged signature under the connector’s own key id', async () => {
    const forged = await teams.sign(teams.claims(), teams.strangersKey);
    await refused(401, hello(), `Bearer ${forged}`);
  });

  it('turns away alg=none', () =>
    refused(401, hello(), `Bearer ${new UnsecuredJWT(teams.claims()).encode()}`));

  it('turns away HS256, also with the public key as its secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(teams.publicJwk));
    const header = { alg: 'HS256', kid: teams.publicJwk.kid };
    const token = await new SignJWT(teams.claims()).setProtectedHeader(header).sign(secret);
    await refused(401, hello(), `Bearer ${token}`);
  });

  it('turns away an expired token, and one that never ends', async () => {
    const now = Math.floor(Date.now() / 1_000);
    await refused(401, hello(), await bearer({ ...teams.claims(), exp: now - 3_600 }));
    const { exp: _never, ...endless } = teams.claims();
    await refused(401, hello(), await bearer(endless));
  });

  it('turns away a token for another audience', async () => {
    await refused(401, hello(), await bearer({ ...teams.claims(), aud: 'another-app' }));
  });

  it('turns away the token of a person’s tab', async () => {
    const iss = `${teams.settings.loginEndpoint}/${teams.settings.tenantId}/v2.0`;
    await refused(403, hello(), await bearer({ ...teams.claims(), iss, oid: 'pupil' }));
  });

  it('turns away another tenant, wherever it is named', async () => {
    const conversation = { ...hello().conversation, tenantId: 'another' };
    await refused(403, hello({ conversation }), await bearer());
    await refused(403, hello({ channelData: { tenant: { id: 'another' } } }), await bearer());
    const nowhere = { conversation: { id: 'a:1sam' }, channelData: {} };
    await refused(403, hello(nowhere), await bearer());
  });

  it('turns away a service URL that is not the token’s', async () => {
    const serviceUrl = `${teams.settings.serviceOrigins[0]}/elsewhere/`;
    await refused(403, hello({ serviceUrl }), await bearer());
    const { serviceurl: _none, ...claims } = teams.claims();
    await refused(403, hello(), await bearer(claims));
  });

  it.each([
    'https://evil.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'http://smba.trafficmanager.net/',
    'not a url',
  ])('turns away a host off the list, even in a signed token: %s', async (serviceUrl) => {
    await refused(
      403,
      hello({ serviceUrl }),
      await bearer({ ...teams.claims(), serviceurl: serviceUrl }),
    );
  });

  it('turns away a channel that is not Teams', async () => {
    await refused(403, hello({ channelId: 'directline' }), await bearer());
  });

  it.each([
    ['{}', {}],
    ['[]', []],
    ['nothing', ''],
    ['null', 'null'],
    ['broken JSON', '{"type":'],
  ])('turns away a body that is %s', async (_name, body) => {
    await refused(400, body, await bearer());
  });

  it.each(['type', 'from', 'conversation', 'serviceUrl'] as const)(
    'turns away a body without %s',
    async (name) => {
      const { [name]: _left, ...body } = hello();
      await refused(400, body, await bearer());
    },
  );

  it.each(['a:1/../../x', 'a:1?x=y', 'a:1#x', 'a:1%2e', 'a:..', 'x'])(
    'turns away a conversation whose id would change the connector’s address: %s',
    async (id) => {
      await refused(400, hello({ conversation: { ...hello().conversation, id } }), await bearer());
    },
  );

  it('turns away a body over 256 kB', async () => {
    await refused(413, hello({ text: 'x'.repeat(257 * 1024) }), await bearer());
  });

  it('answers anything but POST with JSON', async () => {
    const response = await fetch(`${bot.address}/api/messages`);
    expect(response.status).toBe(405);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('takes a key that is endorsed for other channels only for none of ours', async () => {
    Object.assign(teams.publicJwk, { endorsements: ['skype'] });
    const other = await startBot(teams, house());
    const answer = await send(other.address, hello(), await bearer());
    await other.stop();
    Object.assign(teams.publicJwk, { endorsements: ['msteams'] });
    expect(answer.status).toBe(403);
  });
});

describe('an activity that is delivered twice', () => {
  const press = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'arrive', data: { visit: 'v1' } } },
  };

  it('acts once, and is answered as it was', async () => {
    home.presses.length = 0;
    const activity = hello(press);
    const token = await bearer();
    const first = await send(bot.address, activity, token);
    const second = await send(bot.address, activity, token);
    expect(home.presses).toHaveLength(1);
    expect(second).toEqual(first);
  });

  it('acts once when both come at the same time', async () => {
    home.presses.length = 0;
    const activity = hello(press);
    const token = await bearer();
    const both = await Promise.all([
      send(bot.address, activity, token),
      send(bot.address, activity, token),
    ]);
    expect(home.presses).toHaveLength(1);
    expect(both[0]).toEqual(both[1]);
  });

  it('acts for each of two conversations that use the same id', async () => {
    home.presses.length = 0;
    const token = await bearer();
    const id = 'f:same';
    await send(bot.address, activityFrom(teams, 'sam', { ...press, id }), token);
    await send(bot.address, activityFrom(teams, 'jo', { ...press, id }), token);
    expect(home.presses.map(({ by }) => by)).toEqual(['sam', 'jo']);
  });
});
