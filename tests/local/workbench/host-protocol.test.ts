import {
  type Framed,
  isFromTab,
  news,
  react,
  reply,
  tabRequest,
} from '../../../src/local/workbench/tab/host-protocol.ts';

const framed: Framed = {
  person: { id: 'pat', name: 'Pat Doyle' },
  tenant: 'the-tenant',
  appId: 'the-app',
  theme: 'dark',
  link: { pageId: 'home', subPageId: 'visits/HV-2026-0042' },
  session: 'the-session',
};
const asks = (func: string, ...args: unknown[]) => react({ id: 7, func, args }, framed);

describe('The program that frames the tab', () => {
  it('answers initialize with the runtime in fourth place, where teams-js reads it', () => {
    const answer = asks('initialize', '2.58.0', 4, []);
    expect(answer).toMatchObject({
      kind: 'reply',
      args: ['content', 'web', '2.1.0', expect.any(String)],
    });
    const runtime = answer.kind === 'reply' ? JSON.parse(String(answer.args[3])) : {};
    expect(runtime).toMatchObject({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {} } });
    expect(runtime.supports).not.toHaveProperty('geoLocation');
  });

  it('tells who, where and how it looks', () => {
    expect(asks('getContext')).toMatchObject({
      kind: 'reply',
      args: [
        {
          userObjectId: 'pat',
          tid: 'the-tenant',
          theme: 'dark',
          locale: 'en-GB',
          entityId: 'home',
          subEntityId: 'visits/HV-2026-0042',
        },
      ],
    });
  });

  it('leaves out the page within the tab when there is none', () => {
    const answer = react({ id: 1, func: 'getContext' }, { ...framed, link: { pageId: 'home' } });
    expect(answer.kind === 'reply' && answer.args[0]).not.toHaveProperty('subEntityId');
  });

  it('fetches a token only when asked for one', () => {
    expect(asks('authentication.getAuthToken')).toEqual({ kind: 'reply-with-token' });
  });

  it('remembers what the tab wants to hear of', () => {
    expect(asks('registerHandler', 'themeChange')).toEqual({
      kind: 'listen',
      event: 'themeChange',
    });
  });

  it('goes to another page of the app, and refuses what is none', () => {
    const to = { pageId: 'home', subPageId: 'approvals' };
    expect(asks('pages.navigateToApp', to)).toEqual({ kind: 'navigate', link: to, args: [true] });
    expect(asks('pages.navigateToApp', 'nowhere')).toMatchObject({
      kind: 'reply',
      args: [false, expect.any(String)],
    });
  });

  it('opens links for people, never script', () => {
    expect(asks('executeDeepLink', 'tel:01978000000')).toMatchObject({
      kind: 'open',
      link: 'tel:01978000000',
    });
    expect(asks('executeDeepLink', 'javascript:alert(1)')).toMatchObject({
      kind: 'reply',
      args: [false, 'Invalid deep link'],
    });
  });

  it('knows when the tab is there, and when it says that it cannot be', () => {
    expect(asks('appInitialization.success')).toMatchObject({ kind: 'loaded' });
    expect(asks('appInitialization.failure', 'AuthFailed', 'no token')).toEqual({
      kind: 'failed',
      because: 'no token',
    });
  });

  it('leaves unanswered what it does not know, as Teams does', () => {
    expect(asks('geoLocation.getCurrentLocation')).toEqual({ kind: 'ignore' });
    expect(asks('constructor')).toEqual({ kind: 'ignore' });
  });

  it('gives a reply the id of its question, and news none', () => {
    expect(reply({ id: 7, uuidAsString: 'u7', func: 'x' }, [true])).toEqual({
      id: 7,
      uuidAsString: 'u7',
      args: [true],
    });
    expect(news('themeChange', 'dark')).toEqual({ func: 'themeChange', args: ['dark'] });
  });

  it('hears only the framed page, at its own address', () => {
    const frame = {} as Window;
    const from = (source: Window, origin: string) =>
      isFromTab({ source, origin }, frame, 'http://127.0.0.1:3978');
    expect(from(frame, 'http://127.0.0.1:3978')).toBe(true);
    expect(from(frame, 'http://127.0.0.1:39780')).toBe(false);
    expect(from({} as Window, 'http://127.0.0.1:3978')).toBe(false);
    expect(
      isFromTab({ source: null, origin: 'http://127.0.0.1:3978' }, null, 'http://127.0.0.1:3978'),
    ).toBe(false);
  });

  it('takes no message for a request that is none', () => {
    expect(tabRequest.safeParse({ func: 'initialize' }).success).toBe(false);
    expect(tabRequest.safeParse('initialize').success).toBe(false);
  });
});
