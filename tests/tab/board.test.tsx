/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { renderTab } from './render-tab.tsx';
import { at, okafor, visit } from './school.ts';

jest.setTimeout(90_000);
afterEach(cleanup);

const closes = at('14:00');
const asked = [{ id: okafor.id, name: okafor.name }];

const stop = (reference: string) => ({
  id: visit().id,
  reference,
  initials: 'AB',
  address: '3 Mill Lane',
  start: at('13:00'),
  status: 'approved' as const,
  here: false,
  next: true,
});
const round = {
  name: 'HV-2026-0061',
  dueBack: at('16:30'),
  stops: ['HV-2026-0061', 'HV-2026-0063'].map(stop),
};
const later = (reference: string, hour: string, more: object = {}) =>
  visit({ reference, status: 'approved', alarms: [], start: at(hour), ...more });

describe('the board', () => {
  it('says first that somebody has asked for help, though nobody is late', async () => {
    const alarm = {
      id: 'a-9',
      kind: 'help',
      since: at('14:00'),
      state: 'red',
      rungs: 1,
      spokenTo: [],
    } as const;
    const visits = [visit({ alarms: [alarm], verbs: ['acknowledge', 'spoke'] })];
    renderTab('pat', '#/today', { visits });
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading.textContent).toBe('2 people are out. Nobody is late. One alarm.');
    const bar = screen.getByText(/asked for help/u).closest('.fui-MessageBar');
    const buttons = [...(bar?.querySelectorAll('button') ?? [])];
    expect(buttons[0]?.textContent).toBe('I have it');
  });

  it('keeps the homes of one round together, and says so', async () => {
    const visits = [
      later('HV-2026-0061', '15:00', { round }),
      later('HV-2026-0062', '15:10'),
      later('HV-2026-0063', '15:20', { round }),
    ];
    renderTab('pat', '#/today', { visits });
    const rows = await screen.findAllByText(/^HV-2026-006\d/u);
    expect(rows.map(({ textContent }) => textContent?.slice(0, 12))).toEqual([
      'HV-2026-0061',
      'HV-2026-0063',
      'HV-2026-0062',
    ]);
    expect(screen.getAllByText('Round of HV-2026-0061, 2 homes')).toHaveLength(2);
  });
});

describe('a visit on its page', () => {
  it('has one main button, that of the alarm, while one stands', async () => {
    const late = visit({
      dueBack: at('14:01'),
      verbs: ['spoke', 'stand-down', 'log-call', 'extend'],
    });
    renderTab('pat', `#/today/${late.reference}`, { visits: [late] });
    const page = within(await screen.findByRole('article'));
    const looks = (name: string) => page.getByRole('button', { name }).className;
    expect(looks('Log a call')).toBe(looks('I need longer'));
    const bar = screen.getByRole('article').querySelector('.fui-MessageBar');
    const [first, ...others] = bar?.querySelectorAll('button') ?? [];
    expect(first?.textContent).toBe('I spoke to them');
    expect(others.map(({ className }) => className)).not.toContain(first?.className);
    expect(others).not.toEqual([]);
  });

  it('says which version of the policy it was asked for under', async () => {
    const asked = visit({ askedUnder: { title: 'Bryn School policy', version: '2026-11' } });
    renderTab('pat', `#/today/${asked.reference}`, { visits: [asked] });
    await screen.findByText('Asked for under Bryn School policy, version 2026-11.');
  });
});

describe('the board once the office has closed', () => {
  it('stays red while people are out and nobody waits for them, and takes the yes of whoever does', async () => {
    const out = visit({ handover: { closes, asked }, verbs: ['log-call', 'take-over'] });
    const { user, school } = renderTab('pat', '#/today', { visits: [out] });
    await screen.findByText(
      '2 people still out, and the office closed at 14:00. Nobody has taken over.',
    );
    expect(screen.getByText(/Asked to wait: Mrs Okafor\./u)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /I wait for them/u }));
    await screen.findByText('Done and filed.');
    expect(school.sent[0]).toMatchObject({ body: { verb: 'take-over' } });
  });

  it('says who waits for them once somebody does', async () => {
    const [by] = asked;
    const out = visit({ handover: { closes, asked, ...(by === undefined ? {} : { by }) } });
    renderTab('pat', '#/today', { visits: [out] });
    await screen.findByText(/last heard 13:50 · Mrs Okafor waits for them/u);
    expect(screen.queryByText(/Nobody has taken over/u)).toBeNull();
  });

  it('is calm while the office is open', async () => {
    renderTab('pat', '#/today', { visits: [visit({ handover: { closes: at('16:00'), asked } })] });
    await screen.findByText(/last heard 13:50/u);
    expect(screen.queryByText(/Nobody has taken over/u)).toBeNull();
  });

  it('counts those who stay with a child among those who are out, and says what others wait for', async () => {
    renderTab('pat', '#/today', {
      visits: [
        visit({ status: 'holding with a child', holdingSince: at('13:55') }),
        visit({
          id: visit().id,
          reference: 'HV-2026-0050',
          status: 'at the door',
          waits: { from: at('14:05'), until: at('14:25') },
        }),
      ],
    });
    await screen.findByText(/with a child since 13:55/u);
    expect(screen.getByText(/waiting at the door till 14:25/u)).toBeTruthy();
  });
});
