import { lockedPackages, missingBuilds } from '../support/lock-every-machine.ts';

describe('The lock file', () => {
  it('holds every build of every package, or `npm ci` refuses it: `npm run lock` adds them', () => {
    expect(missingBuilds(lockedPackages())).toEqual([]);
  });

  it('names no registry: each machine asks its own', () => {
    const named = Object.entries(lockedPackages()).filter(([, entry]) => 'resolved' in entry);
    expect(named).toEqual([]);
  });
});
