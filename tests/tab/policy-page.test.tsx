/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import type { SeenPolicy } from '../../src/journeys/policy-seen.ts';
import { readPack } from '../../src/pack.ts';
import { ownSettings } from '../../src/policy/settings.ts';
import type { Monitoring } from '../../src/visits/monitoring.ts';
import { seenUnder } from './policy-seen.ts';
import { renderTab } from './render-tab.tsx';

jest.setTimeout(90_000);
afterEach(cleanup);

const monitoring: Monitoring = {
  from: '2026-09-07',
  until: '2026-11-24',
  weeks: [
    { week: '2026-W47', visits: 3, breaches: 0 },
    { week: '2026-W48', visits: 5, breaches: 1 },
  ],
  decisions: { asked: 8, approved: 6, declined: 1, ranOut: 1, onTwoNames: 1, toReview: 1 },
  outcomes: [{ outcome: 'held', count: 5 }],
  breaches: [{ clause: 'Holy Cross home visits policy 4.4', count: 1 }],
  alarms: [{ kind: 'overdue', count: 2, minutesToVoice: 7 }],
  changedByHand: 0,
};

const open = async (pack: string, more: Partial<SeenPolicy> = {}) => {
  const policy = seenUnder(pack, more);
  const opened = renderTab('okafor', '#/policy', { policy, monitoring });
  await screen.findByRole('heading', { level: 1, name: policy.title });
  return opened;
};

const part = (name: string) => within(screen.getByRole('region', { name }));

describe('the Policy page', () => {
  it('warns that the policy has lapsed, and blocks nothing [R-01 W-0.1 HC-7.2]', async () => {
    await open('willows');
    expect(screen.getByText(/looked at again by January 2025. Visits go on/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Propose a new version' })).toBeTruthy();
  });

  it('shows those who answer for it how well it is working, and nobody else [HC-7.1a]', async () => {
    await open('holy-cross');
    expect(screen.queryByRole('region', { name: 'How well the policy is working' })).toBeNull();
    cleanup();
    await open('holy-cross', { mayMonitor: true });
    const counts = within(
      await screen.findByRole('region', { name: 'How well the policy is working' }),
    );
    expect(counts.getByLabelText('Week 48: 5 visits, 1 against the policy')).toBeTruthy();
    expect(counts.getByText('Holy Cross home visits policy 4.4')).toBeTruthy();
    expect(counts.getByText('2, half within 7 minutes')).toBeTruthy();
    expect(counts.getByText('Still to be looked over by the headteacher')).toBeTruthy();
  });

  it('names the law, the policies it is read with, and who else can help [W-1.1 W-1.2 HC-1.1 HC-1.2 HC-6.1]', async () => {
    await open('holy-cross');
    expect(part('Law and guidance').getByText('Education Act 1996')).toBeTruthy();
    expect(
      part('Read together with').getByText('Child Protection and Safeguarding Policy'),
    ).toBeTruthy();
  });

  it('names the welfare service, and says where how to reach it is missing [H-39]', async () => {
    await open('hsp');
    expect(
      part('Who else can help').getByText(
        'Education Welfare Service: how to reach them is not filled in yet',
      ),
    ).toBeTruthy();
  });

  it('says each rule in words, with its place in the document', async () => {
    await open('holy-cross');
    const decides = part('Who decides');
    expect(decides.getByText(/^Each visit is signed by the senior manager on duty/u)).toBeTruthy();
    expect(decides.getAllByText('(4.4)').length).toBeGreaterThan(0);
  });

  it('shows each version with its day and signatures, and asks once before it is signed [H-01 HC-S4]', async () => {
    const { school, user } = await open('willows');
    const versions = part('Versions');
    expect(versions.getByText('from 4 January 2027')).toBeTruthy();
    expect(versions.getByText('Mrs Okafor signed for the headteacher, Mon 23 Nov')).toBeTruthy();
    expect(versions.getByText(/Nobody holds that role/u)).toBeTruthy();
    await user.click(versions.getByRole('button', { name: 'Sign this version' }));
    expect(school.sent).toHaveLength(0);
    await user.click(versions.getByRole('button', { name: 'Yes' }));
    expect(school.sent[0]?.body).toMatchObject({ verb: 'sign-policy', version: '2027-01' });
  });

  it('takes somebody’s word that they read it, with the version they saw [HC-S2 B-12 H-06]', async () => {
    const { school, user } = await open('hsp');
    await user.click(screen.getByRole('button', { name: 'I have read it' }));
    expect(school.sent[0]?.body).toMatchObject({
      verb: 'confirm-policy-read',
      version: readPack('hsp').version,
    });
    expect(part('Who has read it').getByText('Sam Pike')).toBeTruthy();
  });

  it('proposes what a field and the text say, in the school’s own words alone', async () => {
    const { school, user } = await open('willows');
    await user.click(screen.getByRole('button', { name: 'Propose a new version' }));
    await user.type(screen.getByLabelText(/^Name of the version/u), '2027-02');
    const wait = screen.getByLabelText('Wait for a parent, minutes');
    await user.clear(wait);
    await user.type(wait, '25');
    await user.selectOptions(screen.getByLabelText('How many go'), 'two');
    await user.click(screen.getByRole('button', { name: 'Propose it' }));
    const { body } = school.sent.find((one) => one.body['verb'] === 'propose-policy') ?? {};
    const settings = JSON.parse(body?.['settings'] ?? '{}');
    expect(settings.noShow.waitMinutes).toBe(25);
    expect(settings.staffing.rule).toBe('two');
    // What the document leaves out is still left out.
    expect(Object.keys(settings)).toEqual(Object.keys(ownSettings(readPack('willows'))));
  });

  it('offers parents a copy with nobody’s name in it [HC-S3]', async () => {
    const { user } = await open('holy-cross');
    const made: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        made.push(blob);
        return 'blob:copy';
      },
      revokeObjectURL: jest.fn(),
    });
    HTMLAnchorElement.prototype.click = jest.fn();
    const copy = part('A copy for parents');
    expect(copy.getByRole('link', { name: 'https://school.example/policy' })).toBeTruthy();
    await user.click(copy.getByRole('button', { name: 'Download the page' }));
    expect(made).toHaveLength(1);
  });
});

describe('above every page', () => {
  it('leaders read that the policy has lapsed, and those who go that there is one to read [R-01 W-0.1 HC-7.2]', async () => {
    renderTab('okafor', '#/mine', {
      notice: {
        review: 'It has lapsed.',
        unread: { title: 'The policy', version: '2027-01' },
      },
    });
    expect(await screen.findByText('It has lapsed.')).toBeTruthy();
    expect(screen.getByText(/Please read The policy as it now stands/u)).toBeTruthy();
  });
});
