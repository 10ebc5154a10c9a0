import schema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json' with {
  type: 'json',
};
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { hear } from '../../src/teams/hear.ts';
import { wordsFor } from '../../src/words/words.ts';
import { filled, textOf } from '../support/placeholders.ts';

const json: unknown = JSON.parse(filled(textOf('manifest/manifest.json')));
const manifest = z
  .object({
    $schema: z.string(),
    manifestVersion: z.string(),
    version: z.string(),
    id: z.string(),
    name: z.object({ short: z.string(), full: z.string() }),
    developer: z.object({ privacyUrl: z.url(), termsOfUseUrl: z.url() }),
    bots: z.array(
      z.object({
        botId: z.string(),
        scopes: z.array(z.string()),
        commandLists: z.array(
          z.object({
            scopes: z.array(z.string()),
            commands: z.array(z.object({ title: z.string() })),
          }),
        ),
      }),
    ),
    staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.url() })),
    validDomains: z.array(z.string()),
    webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  })
  .parse(json);
/** The schema Microsoft ships for this version, checked as the toolkit checks it. */
const complaints = (app: unknown): readonly string[] => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const check = ajv.compile(schema);
  check(app);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('The app as Teams is told of it', () => {
  it('is of version 1.30, and says so twice', () => {
    expect(manifest.manifestVersion).toBe('1.30');
    expect(manifest.$schema).toContain('/v1.30/');
  });

  it('keeps to the schema', () => {
    expect(complaints(json)).toEqual([]);
  });

  it.each([
    ['without a name', { name: undefined }],
    [
      'with too long a name',
      { name: { short: 'Home Visits for every school there is', full: 'H' } },
    ],
    ['with an id that is none', { id: 'home-visits' }],
    ['with something unheard of', { surprise: true }],
  ])('would not keep to it %s', (_which, change) => {
    const changed: unknown = JSON.parse(JSON.stringify({ ...Object(json), ...change }));
    expect(complaints(changed)).not.toEqual([]);
  });

  it('has the version of the product', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(textOf('package.json')));
    expect(manifest.version).toBe(version);
  });

  it('does not call itself Teams or SharePoint', () => {
    const { short, full } = manifest.name;
    for (const name of [short, full]) expect(name).not.toMatch(/teams|sharepoint|microsoft/iu);
  });

  it('offers only commands that the bot understands', () => {
    const { chat } = wordsFor('en-GB');
    const titles = manifest.bots.flatMap(({ commandLists }) =>
      commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
    );
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles)
      expect({ title, ...hear(title, chat) }).not.toMatchObject({ kind: 'unknown' });
  });

  it('can be added to the safeguarding team, and offers nothing there', () => {
    const [bot] = manifest.bots;
    expect(bot?.scopes).toEqual(['personal', 'team']);
    expect(bot?.commandLists.flatMap(({ scopes }) => scopes)).toEqual(['personal']);
  });

  it('has a bot and a tab of different registrations, and is itself a third', () => {
    const ids = [
      manifest.id,
      manifest.webApplicationInfo.id,
      ...manifest.bots.map(({ botId }) => botId),
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it('has one tab, which links in cards name', () => {
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual(['home']);
    expect(textOf('src/server.ts')).toMatch(/\/l\/entity\/[^/]+\/home\?/u);
  });

  it('opens nothing outside its one domain', () => {
    const [domain, ...more] = manifest.validDomains;
    expect(more).toEqual([]);
    const { developer, staticTabs } = manifest;
    const opened = [
      developer.privacyUrl,
      developer.termsOfUseUrl,
      ...staticTabs.map(({ contentUrl }) => contentUrl),
    ];
    for (const address of opened) expect(new URL(address).host).toBe(domain);
  });

  it.each(['privacyUrl', 'termsOfUseUrl'] as const)('has the page its %s names', (which) => {
    const { pathname } = new URL(manifest.developer[which]);
    const page = textOf(pathname.replace(/^\/tab\//u, 'src/tab/public/'));
    expect(page).toMatch(/<h1>.+<\/h1>/u);
    // The tab's content security policy lets in neither.
    expect(page).not.toMatch(/<style|<script|style=/u);
  });
});
