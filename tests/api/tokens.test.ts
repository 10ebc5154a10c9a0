import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { createTokenCheck } from '../../src/api/tokens.ts';
import { claimsOf, createFakeEntra, entraAddress, tabApp, tenant } from './fake-entra.ts';

const audiences = [tabApp, `api://school.example/${tabApp}`];

const setUp = async (more: object = {}) => {
  const entra = await createFakeEntra();
  const check = createTokenCheck({ entraAddress, tenant, audiences, fetch: entra.fetch, ...more });
  return { entra, ask: async (token: string) => check(`Bearer ${token}`), check };
};

const minutesFromNow = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60;

describe('a token for the tab', () => {
  it('names the person it was given to', async () => {
    const { ask, entra } = await setUp();
    expect(await ask(await entra.tokenOf('sam'))).toEqual({ kind: 'person', person: 'sam' });
  });

  it('may be addressed to the app by its api:// name', async () => {
    const { ask, entra } = await setUp();
    const token = await entra.sign({ ...claimsOf('sam'), aud: audiences[1] ?? '' });
    expect(await ask(token)).toEqual({ kind: 'person', person: 'sam' });
  });

  it.each([
    ['another audience', { aud: '9e6d4c20-1f73-4b8a-a2c5-6b5d2e7f8c02' }],
    ['another issuer', { iss: 'https://sts.windows.net/other/' }],
    ['an expiry long past', { exp: minutesFromNow(-10) }],
    ['a start still to come', { nbf: minutesFromNow(10) }],
    ['another tenant', { tid: '00000000-0000-4000-8000-000000000000' }],
    ['no scope, as an identity token has', { scp: undefined }],
    ['another scope', { scp: 'User.Read access_as_user_too' }],
    ['no person', { oid: undefined }],
    ['no expiry', { exp: undefined }],
    ['no start', { nbf: undefined }],
    [
      'what the connector sends',
      { iss: 'https://api.botframework.com', serviceurl: 'https://smba.trafficmanager.net/uk/' },
    ],
  ])('is refused with %s', async (_, claims) => {
    const { ask, entra } = await setUp();
    expect(
      await ask(await entra.sign(JSON.parse(JSON.stringify({ ...claimsOf('sam'), ...claims })))),
    ).toEqual({
      kind: 'refused',
    });
  });

  it('is refused when a stranger signed it', async () => {
    const { ask, entra } = await setUp();
    const token = await entra.sign(claimsOf('sam'), entra.strange.privateKey);
    expect(await ask(token)).toEqual({ kind: 'refused' });
  });

  it('is refused without a signature', async () => {
    const { ask } = await setUp();
    expect(await ask(new UnsecuredJWT(claimsOf('sam')).encode())).toEqual({ kind: 'refused' });
    expect(await ask(`${new UnsecuredJWT(claimsOf('sam')).encode()}AAAA`)).toEqual({
      kind: 'refused',
    });
  });

  it('is refused when the public key was used as a password', async () => {
    const { ask, entra } = await setUp();
    const secret = new TextEncoder().encode(JSON.stringify(entra.state.jwk));
    const token = await new SignJWT(claimsOf('sam'))
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(secret);
    expect(await ask(token)).toEqual({ kind: 'refused' });
  });

  it('is refused when Entra’s own key signed it in another way', async () => {
    const { ask, entra } = await setUp();
    const token = await new SignJWT(claimsOf('sam'))
      .setProtectedHeader({ alg: 'RS512', kid: 'one' })
      .sign(await importJWK(await exportJWK(entra.own.privateKey), 'RS512'));
    expect(await ask(token)).toEqual({ kind: 'refused' });
  });

  it('is refused when signed in another way by a key of that name', async () => {
    const { ask } = await setUp();
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT(claimsOf('sam'))
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(privateKey);
    expect(await ask(token)).toEqual({ kind: 'refused' });
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer rubbish',
    'Basic c2FtOnNhbQ==',
    'Bearer a.b.c',
    'Bearer ..',
  ])('is refused when it is %j', async (header) => {
    const { check } = await setUp();
    expect(await check(header)).toEqual({ kind: 'refused' });
  });
});

describe('the signing keys', () => {
  it('are asked for once, and go on working while Entra is down', async () => {
    const clock = { now: Date.now() };
    const { ask, entra } = await setUp({ now: () => clock.now });
    const token = await entra.sign({ ...claimsOf('sam'), exp: minutesFromNow(60 * 48) });
    await ask(token);
    await ask(token);
    expect(entra.state.calls).toBe(2);
    entra.state.up = false;
    clock.now += 13 * 3_600_000;
    expect(await ask(token)).toEqual({ kind: 'person', person: 'sam' });
    expect(entra.state.calls).toBe(3);
  });

  it('are asked for again when a new one signs, though a stranger cannot make us ask for ever', async () => {
    const clock = { now: Date.now() };
    const { ask, entra } = await setUp({ now: () => clock.now });
    await ask(await entra.tokenOf('sam'));
    entra.state.kid = 'two';
    clock.now += 31_000;
    expect(await ask(await entra.tokenOf('sam'))).toEqual({ kind: 'person', person: 'sam' });
    const calls = entra.state.calls;
    entra.state.kid = 'three';
    for (let times = 0; times < 5; times += 1) await ask(await entra.tokenOf('sam'));
    expect(entra.state.calls).toBe(calls);
  });

  it('are said to be missing, not wrong, when Entra has never answered', async () => {
    const { ask, entra } = await setUp();
    entra.state.up = false;
    expect(await ask(await entra.tokenOf('sam'))).toEqual({ kind: 'unavailable' });
  });

  it('come from the last run when Entra is down at the start', async () => {
    const kept = { keys: undefined as string | undefined };
    const keyStore = {
      read: async () => kept.keys,
      write: async (keys: string) => {
        kept.keys = keys;
      },
    };
    const { ask, entra } = await setUp({ keyStore });
    const token = await entra.tokenOf('sam');
    await ask(token);
    entra.state.up = false;
    const again = createTokenCheck({
      entraAddress,
      tenant,
      audiences,
      fetch: entra.fetch,
      keyStore,
    });
    expect(await again(`Bearer ${token}`)).toEqual({ kind: 'person', person: 'sam' });
    const never = createTokenCheck({
      ...{ entraAddress, tenant, audiences, keyStore },
      fetch: () => new Promise(() => undefined),
    });
    expect(await never(`Bearer ${token}`)).toEqual({ kind: 'person', person: 'sam' });
  });

  it.each([
    { issuer: 'https://entra.example/other/v2.0', jwks_uri: `${entraAddress}/keys` },
    { issuer: `${entraAddress}/${tenant}/v2.0`, jwks_uri: 'https://elsewhere.example/keys' },
  ])('are not taken from metadata that is not ours: %j', async (metadata) => {
    const { ask, entra } = await setUp();
    entra.state.metadata = metadata;
    expect(await ask(await entra.tokenOf('sam'))).toEqual({ kind: 'unavailable' });
  });
});
