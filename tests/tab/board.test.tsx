/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { renderTab } from './render-tab.tsx';
import { at, okafor, visit } from './school.ts';

jest.setTimeout(90_000);
afterEach(cleanup);

const closes = at('14:00');
const asked = [{ id: okafor.id, name: okafor.name }];

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
