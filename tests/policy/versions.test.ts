import { describe, expect, it } from '@jest/globals';
import { copyForParents } from '../../src/policy/copy.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { reviewOf } from '../../src/policy/review.ts';
import { differencesOf, ownSettings } from '../../src/policy/settings.ts';
import {
  inForceFrom,
  openRoles,
  type PolicyVersion,
  versionInForce,
} from '../../src/policy/version.ts';
import { type Instant, instant, type Role } from '../../src/vocabulary.ts';
import { at, bevan, dunn, okafor, roster } from '../builders/cast.ts';
import { packNames, policies } from './six-packs.ts';

const signature = (
  who: { readonly id: PolicyVersion['proposedBy'] },
  ...roles: readonly Role[]
) => ({
  by: who.id,
  at: at('10:00'),
  roles,
  command: 'c',
});

const version = (more: Partial<PolicyVersion> = {}): PolicyVersion => ({
  pack: 'default',
  version: '2027-01',
  from: '2026-11-25',
  settings: {},
  signOffs: ['headteacher', 'chair-of-governors'],
  proposedBy: okafor.id,
  proposedAt: at('09:00'),
  command: 'p',
  signatures: [signature(okafor, 'headteacher'), signature(dunn, 'chair-of-governors')],
  ...more,
});

const midnight = instant('2026-11-25T00:00:00Z');

describe('signatures', () => {
  const both: readonly Role[] = ['headteacher', 'chair-of-governors'];

  it('are each another person’s: whoever holds both roles signs for one [HC-S4]', () => {
    const alone = version({ signatures: [signature(okafor, ...both)] });
    expect(openRoles(alone)).toHaveLength(1);
    expect(inForceFrom(alone)).toBeUndefined();
  });

  it('are given to the roles so that as many as can be are signed, in whatever order they came [HC-S4]', () => {
    const holders = [signature(okafor, ...both), signature(bevan, 'headteacher')];
    for (const signatures of [holders, holders.toReversed()])
      expect(openRoles(version({ signatures }))).toEqual([]);
  });

  it('by somebody without the role count for nothing [HC-S4]', () => {
    const signatures = [signature(okafor, 'headteacher'), signature(bevan, 'deputy-head')];
    expect(openRoles(version({ signatures }))).toEqual(['chair-of-governors']);
  });
});

describe('the version in force [H-01]', () => {
  it('is the one that came last, and never one to come, unsigned or withdrawn', () => {
    const older = version({ version: '2026-12', from: '2026-11-24', proposedAt: at('08:00') });
    const unsigned = version({ version: 'x', signatures: [] });
    const gone = version({ version: 'y', withdrawn: { by: okafor.id, at: at('11:00') } });
    const all = [older, version(), unsigned, gone];
    const called = (now: Instant) => versionInForce(all, now)?.version;
    expect(called(at('09:59'))).toBeUndefined();
    expect(called(at('10:00'))).toBe('2026-12');
    expect(called(instant('2026-11-24T23:59:59Z'))).toBe('2026-12');
    expect(called(midnight)).toBe('2027-01');
  });

  it('begins no sooner than its last signature', () => {
    expect(inForceFrom(version())).toBe(midnight);
    expect(inForceFrom(version({ from: '2026-11-23' }))).toBe(at('10:00'));
  });
});

describe('the review date [R-01 W-0.1 HC-7.2]', () => {
  const stateOf = (due: string, today: string, from?: string) =>
    reviewOf({ ...policies.default, review: { due, everyMonths: 12 } }, from, today).state;

  it.each([
    ['2025-01', '2025-01-31', 'soon'],
    ['2025-01', '2025-02-01', 'lapsed'],
    ['2025-01', '2024-11-30', 'soon'],
    ['2025-01', '2024-10-31', 'current'],
    ['2024', '2024-12-31', 'soon'],
    ['2024', '2025-01-01', 'lapsed'],
    ['', '2025-01-01', 'not said'],
  ])('due %s, on %s: %s', (due, today, state) => {
    expect(stateOf(due, today)).toBe(state);
  });

  it('follows from its first day where the document names none', () => {
    expect(stateOf('', '2027-11-30', '2026-11-25')).toBe('soon');
    expect(stateOf('', '2027-12-01', '2026-11-25')).toBe('lapsed');
  });

  it('has passed for the three that name one', () => {
    const lapsed = packNames.filter(
      (pack) => reviewOf(policies[pack], undefined, '2026-11-24').state === 'lapsed',
    );
    expect(lapsed).toEqual(['R', 'W', 'HC']);
  });
});

describe('the school’s own words', () => {
  it.each(packNames)('read again are the same policy: %s', (pack) => {
    const policy = policies[pack];
    const again = parsePolicy(ownSettings(policy), policies.default);
    expect(differencesOf(policy, again)).toEqual([]);
    expect(again.filled).toEqual(policy.filled);
  });

  it('differ by the place of what was changed, row by row', () => {
    const policy = policies.B;
    const [first, ...rest] = policy.departure.checks;
    if (first === undefined) throw new Error('There is no check.');
    const checks = [{ ...first, ask: 'Phone?' }, ...rest.slice(0, -1)];
    const changed = { ...policy, departure: { ...policy.departure, checks } };
    const places = differencesOf(policy, changed).map(({ place, to }) => [place, to !== '']);
    expect(places[0]).toEqual(['departure.checks.phone.ask', true]);
    expect(places.slice(1).every(([, stays]) => stays === false)).toBe(true);
  });
});

describe('the copy for parents [HC-S3]', () => {
  it.each(packNames)('says the rules, and names nobody: %s', (pack) => {
    const copy = copyForParents(policies[pack]);
    expect(copy).toContain(policies[pack].title.replaceAll("'", '&#39;'));
    expect(copy).toContain('Who decides');
    for (const { name, mobile } of roster) {
      expect(copy).not.toContain(name);
      expect(copy).not.toContain(mobile);
    }
  });

  it('is text, whatever the school wrote', () => {
    const title = '<img src=x onerror=alert(1)> & "Co"';
    const copy = copyForParents({ ...policies.default, title });
    expect(copy).not.toContain('<img');
    expect(copy).toContain('&#60;img src=x');
  });
});
