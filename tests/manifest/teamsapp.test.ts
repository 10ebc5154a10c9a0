import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { placesIn, textOf } from '../support/placeholders.ts';

const step = z.object({
  uses: z.string(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).default({}),
});
type Step = z.infer<typeof step>;
const project = z
  .object({
    version: z.string(),
    provision: z.array(step),
    deploy: z.array(step),
    publish: z.array(step),
  })
  .parse(parse(textOf('teamsapp.yml')));
const steps = [...project.provision, ...project.deploy, ...project.publish];

/** What the toolkit knows of itself, and what a school tells it. */
const given = [
  'TEAMSFX_ENV',
  ...[...textOf('env/example.env').matchAll(/^(\w+)=/gmu)].map(([, name = '']) => name),
];

const outputs = Object.keys(
  z
    .object({ outputs: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(textOf('infra/azure.json'))).outputs,
);

const made = './dist/';
const pathsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
};
const sourcesOf = (each: Step): readonly string[] =>
  pathsIn(each.with).filter((path) => !path.startsWith(made));
const wantedBy = (each: Step): readonly string[] =>
  placesIn([JSON.stringify(each.with), ...sourcesOf(each).map(textOf)].join('\n'));
const writtenBy = (each: Step): readonly string[] => [
  ...Object.values(each.writeToEnvironmentFile),
  ...(each.uses === 'arm/deploy' ? outputs : []),
];

describe('The project file of the toolkit', () => {
  it('is of version 1.11 or later', () => {
    const [, major, minor] = /^v(\d+)\.(\d+)$/u.exec(project.version) ?? [];
    expect(Number(major)).toBe(1);
    expect(Number(minor)).toBeGreaterThanOrEqual(11);
    expect(textOf('teamsapp.yml')).toContain(`/${project.version}/yaml.schema.json`);
  });

  it('registers, makes what the registrations need, and only then packs the app', () => {
    expect(project.provision.map(({ uses }) => uses)).toEqual([
      'teamsApp/create',
      'aadApp/create',
      'aadApp/create',
      'arm/deploy',
      'aadApp/update',
      'teamsApp/validateManifest',
      'teamsApp/zipAppPackage',
      'teamsApp/update',
    ]);
  });

  it('installs, builds and leaves the tools out before it deploys', () => {
    expect(project.deploy.map(({ uses, with: { args } }) => args ?? uses)).toEqual([
      'ci',
      'run build',
      'prune --omit=dev',
      'azureAppService/zipDeploy',
    ]);
  });

  it('publishes the package it packed', () => {
    const packed = project.provision.find(({ uses }) => uses === 'teamsApp/zipAppPackage');
    const [published] = project.publish;
    expect(published?.uses).toBe('teamsApp/publishAppPackage');
    expect(published?.with['appPackagePath']).toBe(packed?.with['outputZipPath']);
  });

  it('names only files that are there', () => {
    const files = [...steps.flatMap(sourcesOf), '.webappignore'];
    expect(files.length).toBeGreaterThan(5);
    const root = join(import.meta.dirname, '../..');
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('uses no value before it is there', () => {
    const early: string[] = [];
    const there = new Set(given);
    for (const each of steps) {
      for (const name of wantedBy(each)) if (!there.has(name)) early.push(`${each.uses} ${name}`);
      for (const name of writtenBy(each)) there.add(name);
    }
    expect(early).toEqual([]);
  });

  it('asks a school for nothing it does not use', () => {
    const used = steps.flatMap(wantedBy);
    expect(given.filter((name) => !used.includes(name))).toEqual([]);
  });

  it('keeps secrets where the toolkit hides them, and sends none of them out', () => {
    const secrets = steps
      .flatMap((each) => [...wantedBy(each), ...writtenBy(each)])
      .filter((name) => /SECRET|KEY/u.test(name));
    expect(secrets.filter((name) => !name.startsWith('SECRET_'))).toEqual([]);
    const left = textOf('.webappignore').split('\n');
    expect(left).toEqual(expect.arrayContaining(['env/', '.data/', '.local/', 'src/local/']));
    expect(textOf('.gitignore')).toContain('env/.env*');
  });
});
