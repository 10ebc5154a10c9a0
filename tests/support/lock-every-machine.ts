/**
 * `npm run lock`: npm locks only those builds of a package that it could see from this machine, and then refuses
 * `npm ci`. This adds the builds for other machines, by the version their package asks for.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const locked = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
type Packages = Readonly<Record<string, z.infer<typeof locked>>>;
const untouched = z.record(z.string(), z.unknown());

const file = join(import.meta.dirname, '../../package-lock.json');

const wholeLock = () => untouched.parse(JSON.parse(readFileSync(file, 'utf8')));

export const lockedPackages = (): Packages =>
  z.record(z.string(), locked).parse(wholeLock()['packages']);

/** npm looks beside the package that asks, then outwards. */
const foundFrom = (packages: Packages, asker: string, name: string): boolean => {
  const outwards = asker.split('/node_modules/').map((_, at, all) => all.slice(0, at + 1));
  const places = outwards.map((parts) => `${parts.join('/node_modules/')}/node_modules/${name}`);
  return [...places, `node_modules/${name}`].some((place) => packages[place] !== undefined);
};

export const missingBuilds = (packages: Packages) =>
  Object.entries(packages).flatMap(([asker, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !foundFrom(packages, asker, name))
      .map(([name, version]) => ({ name, version, dev })),
  );

const machine =
  /(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64)(?:-(?<abi>\w+))?$/u;

/** Builds are named for their machine: `core-linux-x64-musl`. The order is npm's own. */
const entryFor = ({ name, version, dev }: ReturnType<typeof missingBuilds>[number]) => {
  const { os, cpu, abi = 'gnu' } = machine.exec(name)?.groups ?? {};
  if (os === undefined || cpu === undefined) throw new Error(`For what machine is ${name}?`);
  const libc = os === 'linux' && { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] };
  return { version, cpu: [cpu], ...(dev && { dev }), ...libc, optional: true, os: [os] };
};

const complete = (): void => {
  const lock = wholeLock();
  const added = missingBuilds(lockedPackages()).map(
    (build) => [`node_modules/${build.name}`, entryFor(build)] as const,
  );
  const all = [...Object.entries(untouched.parse(lock['packages'])), ...added];
  const packages = all.toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  const whole = { ...lock, packages: Object.fromEntries(packages) };
  writeFileSync(file, `${JSON.stringify(whole, undefined, 2)}\n`);
  console.info(`${added.length} builds for other machines added to package-lock.json.`);
};

if (import.meta.main) complete();
