import { z } from 'zod';
import { readSettings, SettingsUnclear } from '../../src/settings.ts';
import { filled, textOf } from '../support/placeholders.ts';
import { evaluated, textsIn, workedOut } from './template.ts';

const parameter = z.object({
  type: z.enum(['string', 'secureString']),
  defaultValue: z.string().optional(),
  allowedValues: z.array(z.string()).optional(),
});
const resource = z.object({
  type: z.string(),
  apiVersion: z.string(),
  name: z.string(),
  location: z.string().optional(),
  kind: z.string().optional(),
  scope: z.string().optional(),
  identity: z.object({ type: z.string() }).optional(),
  sku: z.object({ name: z.string(), capacity: z.number().optional() }).optional(),
  dependsOn: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()),
});
const template = z
  .strictObject({
    $schema: z.literal(
      'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    ),
    contentVersion: z.string(),
    metadata: z.object({ description: z.string() }),
    parameters: z.record(z.string(), parameter),
    variables: z.record(z.string(), z.string()),
    resources: z.array(resource),
    outputs: z.record(z.string(), z.object({ type: z.literal('string'), value: z.string() })),
  })
  .parse(JSON.parse(textOf('infra/azure.json')));
const given = z
  .object({ parameters: z.record(z.string(), z.object({ value: z.string() })) })
  .parse(JSON.parse(filled(textOf('infra/azure.parameters.json')))).parameters;

/** Variables may use those before them, and defaults nothing but the resource group. */
const nothing = { parameters: {}, variables: {} };
const parameters = Object.fromEntries(
  Object.entries(template.parameters).map(([name, { defaultValue = '' }]) => [
    name,
    given[name]?.value ?? evaluated(defaultValue, nothing),
  ]),
);
let variables: Readonly<Record<string, string>> = {};
for (const [name, written] of Object.entries(template.variables)) {
  variables = { ...variables, [name]: evaluated(written, { parameters, variables }) };
}
const scope = { parameters, variables };
const resources = z.array(resource).parse(workedOut(template.resources, scope));
const only = (type: string) => {
  const [found, ...more] = resources.filter((each) => each.type === type);
  if (found === undefined || more.length > 0) throw new Error(`Not exactly one ${type}.`);
  return found;
};
const appSettings = z
  .record(z.string(), z.string())
  .parse(only('Microsoft.Web/sites/config').properties);
const idOf = ({ type, name }: z.infer<typeof resource>): string => {
  const [provider = '', ...parts] = type.split('/');
  const names = name.split('/');
  return `/subscriptions/s/resourceGroups/g/providers/${provider}/${parts.map((part, at) => `${part}/${names[at]}`).join('/')}`;
};

describe('The deployment template', () => {
  it('uses every parameter and variable it declares', () => {
    const written = textsIn([template.resources, template.variables, template.outputs]).join('\n');
    const unused = [
      ...Object.keys(parameters).filter((name) => !written.includes(`parameters('${name}')`)),
      ...Object.keys(variables).filter((name) => !written.includes(`variables('${name}')`)),
    ];
    expect(unused).toEqual([]);
  });

  it('is given exactly what has no value of its own, and the pack', () => {
    const asked = Object.entries(template.parameters)
      .filter(([name, { defaultValue }]) => defaultValue === undefined || name === 'pack')
      .map(([name]) => name);
    expect(Object.keys(given).toSorted()).toEqual(asked.toSorted());
  });

  it('names a version of Azure for everything it makes', () => {
    for (const { apiVersion } of resources) expect(apiVersion).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });

  it('waits only for what it makes, and for every parent', () => {
    const made = resources.map(idOf);
    for (const { dependsOn } of resources) for (const id of dependsOn) expect(made).toContain(id);
    for (const each of resources.filter(({ type }) => type.split('/').length > 2)) {
      const parent = idOf(each).split('/').slice(0, -2).join('/');
      expect(each.dependsOn).toContain(parent);
    }
  });

  it('hands over what is secret as secret, and puts none of it out', () => {
    const secret = Object.entries(template.parameters).filter(([name]) =>
      /secret|key/iu.test(name),
    );
    expect(secret.length).toBe(3);
    for (const [, { type, defaultValue }] of secret) {
      expect(type).toBe('secureString');
      expect(defaultValue).toBeUndefined();
    }
    const shown = textsIn([template.outputs, template.variables]).join('\n');
    for (const [name] of secret) expect(shown).not.toContain(name);
  });

  it('is one machine, always on', () => {
    expect(only('Microsoft.Web/serverfarms').sku).toEqual({ name: 'B1', capacity: 1 });
    expect(template.parameters['sku']?.allowedValues).not.toContain('F1');
  });

  it('keeps the diary in a table of its own account, where the school is', () => {
    const storage = only('Microsoft.Storage/storageAccounts');
    expect(storage.name).toMatch(/^[a-z0-9]{3,24}$/u);
    expect(storage.location).toBe(only('Microsoft.Web/sites').location);
    expect(appSettings).toMatchObject({
      DIARY: 'azure',
      DIARY_ACCOUNT: `https://${storage.name}.table.core.windows.net`,
    });
    // A file on a share that two machines write to for a moment at each deployment would be lost.
    expect(appSettings).not.toHaveProperty('DATA_DIR');
    expect(appSettings).not.toHaveProperty('DIARY_CONNECTION');
  });

  it('lets nobody into the diary but the app itself, and by no key', () => {
    const storage = only('Microsoft.Storage/storageAccounts');
    expect(storage.properties).toMatchObject({
      supportsHttpsTrafficOnly: true,
      minimumTlsVersion: 'TLS1_2',
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: false,
    });
    const role = only('Microsoft.Authorization/roleAssignments');
    expect(role.scope).toBe(idOf(storage));
    // Storage Table Data Contributor.
    expect(role.properties).toEqual({
      roleDefinitionId:
        '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
      principalId: `identity.principalId of ${idOf(only('Microsoft.Web/sites'))}`,
      principalType: 'ServicePrincipal',
    });
  });

  it('speaks nothing but https, and is asked whether it is well', () => {
    const site = only('Microsoft.Web/sites');
    expect(site.identity).toEqual({ type: 'SystemAssigned' });
    expect(site.properties).toMatchObject({
      httpsOnly: true,
      siteConfig: {
        linuxFxVersion: 'NODE|24-lts',
        alwaysOn: true,
        minTlsVersion: '1.2',
        scmMinTlsVersion: '1.2',
        ftpsState: 'Disabled',
        healthCheckPath: '/healthz',
      },
    });
  });

  it('starts what `npm run serve` starts', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(textOf('package.json')));
    expect(only('Microsoft.Web/sites').properties).toMatchObject({
      siteConfig: { appCommandLine: scripts['serve'] },
    });
  });

  it('brings Teams to the bot of this tenant, at this address', () => {
    const bot = only('Microsoft.BotService/botServices');
    expect(bot.kind).toBe('azurebot');
    expect(bot.properties).toMatchObject({
      endpoint: `${appSettings['PUBLIC_ADDRESS']}/api/messages`,
      msaAppId: appSettings['BOT_APP_ID'],
      msaAppTenantId: appSettings['TENANT_ID'],
      msaAppType: 'SingleTenant',
    });
    const channel = only('Microsoft.BotService/botServices/channels');
    expect(channel.name).toBe(`${bot.name}/MsTeamsChannel`);
    expect(channel.properties['channelName']).toBe('MsTeamsChannel');
  });

  it('says where the app is', () => {
    const out = Object.entries(template.outputs).map(([name, { value }]) => [
      name,
      evaluated(value, scope),
    ]);
    expect(Object.fromEntries(out)).toEqual({
      WEB_APP_RESOURCE_ID: idOf(only('Microsoft.Web/sites')),
      PUBLIC_DOMAIN: new URL(appSettings['PUBLIC_ADDRESS'] ?? '').host,
    });
  });
});

describe('The settings of the deployed app', () => {
  const oursOnly = Object.fromEntries(
    Object.entries(appSettings).filter(([name]) => !/^(?:WEBSITES?|SCM)_/u.test(name)),
  );

  it('are all the product asks for, and are accepted', () => {
    const read = readSettings(oursOnly);
    expect(read).toMatchObject({ SCHOOL_NAME: 'Oakfield School', HOST: '0.0.0.0', PORT: 8080 });
  });

  it('are none the product does not know', () => {
    const known = Object.keys(readSettings(oursOnly));
    expect(Object.keys(oursOnly).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(['BOT_SECRET', 'SEAL_KEY', 'TENANT_ID', 'SAFEGUARDING_CHANNEL'])(
    'are not enough without %s',
    (name) => {
      const short = () => readSettings({ ...oursOnly, [name]: undefined });
      expect(short).toThrow(SettingsUnclear);
      expect(short).toThrow(name);
    },
  );

  it('point at no machine of ours', () => {
    expect(JSON.stringify(oursOnly)).not.toMatch(/localhost|127\.0\.0\.1/u);
    expect(Object.keys(oursOnly)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:ENTRA|GRAPH)_ADDRESS$/u)]),
    );
  });
});
