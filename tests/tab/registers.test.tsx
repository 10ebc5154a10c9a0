/** @jest-environment jsdom */
import { jest } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { linesOf, textOf } from '../../src/tab/pages/registers/training.ts';
import { weekAt } from '../../src/tab/pages/registers/week.ts';
import { instant } from '../../src/vocabulary.ts';
import { added, registersSeen, staffSeen } from './registers-seen.ts';
import { refusals, renderTab } from './render-tab.tsx';
import { at, okafor } from './school.ts';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });
const rowOf = async (name: string | RegExp) => screen.findByRole('row', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

jest.setTimeout(90_000);
afterEach(cleanup);

describe('the registers', () => {
  it('say first what has run out, the worst first, and which visits it touches', async () => {
    renderTab('okafor', '#/registers');
    const lines = within(
      await screen.findByRole('region', { name: 'Has run out, or runs out soon' }),
    );
    expect(lines.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Vauxhall Vivaro CX70 FGH: insuranceRan out 20 Nov 2026Planned visits: HV-2026-0044',
      'Jo Ashby: checksNothing on recordNo planned visit needs it.',
      'Sam Pike: Lone workingRuns out 11 Dec 2026, in 18 daysPlanned visits: HV-2026-0042, HV-2026-0045',
    ]);
    expect(lines.getByRole('link', { name: 'HV-2026-0044' }).getAttribute('href')).toBe(
      '#/today/HV-2026-0044',
    );
  });

  it('offer no change to those who only read', async () => {
    for (const part of ['staff', 'vehicles', 'devices', 'duty', 'calendar']) {
      renderTab('pat', `#/registers/${part}`, { registers: registersSeen({ mayChange: false }) });
      await screen.findByText(/^You can read the registers\./u);
      expect(
        screen.queryByRole('button', { name: /Change|Add|Remove|Name|Say who|Take/u }),
      ).toBeNull();
      cleanup();
    }
  });

  it('are not there for others, whatever the address says', async () => {
    renderTab('sam', '#/registers');
    await heading('My visits');
    expect(screen.queryByText('Registers')).toBeNull();
  });

  it('say that they may be old while SharePoint does not answer', async () => {
    renderTab('okafor', '#/registers', { registers: registersSeen({ readAt: at('13:00') }) });
    await screen.findByText('This may be old');
    expect(screen.getByText(/This is what it held at 13:00/u)).toBeTruthy();
    expect(await rowOf(/Sam Pike/u)).toBeTruthy();
  });

  it('say how to begin where there is nothing yet', async () => {
    const registers = registersSeen({
      staff: [],
      vehicles: [],
      devices: [],
      duty: [],
      dates: [],
      runsOut: [],
    });
    for (const [part, said] of [
      ['staff', 'Nobody is on the staff list yet'],
      ['vehicles', 'No vehicle is on record yet'],
      ['devices', 'No device is on record yet'],
      ['duty', 'Nobody is on the rota in this week'],
      ['calendar', 'No term is on record'],
    ] as const) {
      renderTab('okafor', `#/registers/${part}`, { registers });
      await screen.findByText(said);
      expect(screen.getByText(/^Nothing has run out/u)).toBeTruthy();
      cleanup();
    }
  });
});

describe('staff', () => {
  it('are cleared for visits, or told every reason why not with its clause', async () => {
    renderTab('okafor', '#/registers/staff');
    expect(within(await rowOf(/Sam Pike/u)).getByText('May go on visits')).toBeTruthy();
    const jo = within(await rowOf(/Jo Ashby/u));
    expect(jo.getByText('May not go on visits')).toBeTruthy();
    expect(jo.getByText(/holds no mobile number/u)).toBeTruthy();
    expect(jo.getByText(/not trained in Lone working, First aid/u)).toBeTruthy();
    expect(jo.getAllByText('Bryn School policy 6.2')).toHaveLength(3);
    expect(within(await rowOf(/Mr Bevan/u)).getByText('Stands in as headteacher')).toBeTruthy();
  });

  it('are filtered by who may not go and by what runs out', async () => {
    const { user } = renderTab('okafor', '#/registers/staff');
    await user.click(await screen.findByRole('tab', { name: 'May not go on visits' }));
    expect(screen.getAllByRole('row')).toHaveLength(3);
    await screen.findByText('2 of 5 people');
    await user.click(screen.getByRole('tab', { name: 'Runs out within 30 days' }));
    expect(await rowOf(/Sam Pike/u)).toBeTruthy();
    expect(screen.queryByRole('row', { name: /Jo Ashby/u })).toBeNull();
  });

  it('are changed field by field: only what differs is sent, with what it was shown as', async () => {
    const { user, school } = renderTab('okafor', '#/registers/staff');
    await user.click(await button('Change Jo Ashby'));
    const form = await dialog();
    await user.type(form.getByLabelText('Mobile number'), '07700 900111');
    const aid = within(form.getByRole('group', { name: 'First aid' }));
    await user.type(aid.getByLabelText('Done on'), '2026-11-20');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await screen.findByText('Done and filed.');
    expect(school.sent[0]?.path).toBe('/api/registers/commands');
    const { command, ...sent } = school.sent[0]?.body ?? {};
    expect(command).toMatch(/^[\da-f-]{36}$/u);
    expect(sent).toEqual({
      verb: 'set-staff',
      person: 'jo',
      revision: 'r2',
      mobile: '07700 900111',
      training: 'Lone working | 2025-11-01 | 2026-11-01\nFirst aid | 2026-11-20 | ',
    });
  });

  it('send nothing where nothing differs', async () => {
    const { user, school } = renderTab('okafor', '#/registers/staff');
    await user.click(await button('Change Sam Pike'));
    await user.click((await dialog()).getByRole('button', { name: 'Save' }));
    await screen.findByText('Nothing was changed.');
    expect(school.sent).toEqual([]);
  });

  it('keep what was typed beside what stands in its way, and start again where somebody was quicker', async () => {
    const { user, school } = renderTab('okafor', '#/registers/staff', {
      answer: refusals({ field: 'mobile', because: 'That is no number.', next: 'Check it.' }),
    });
    await user.click(await button('Change Jo Ashby'));
    await user.type((await dialog()).getByLabelText('Mobile number'), '12');
    await user.click((await dialog()).getByRole('button', { name: 'Save' }));
    await screen.findByText('That is no number. Check it. (Bryn School policy 4.3)');
    expect(screen.getByLabelText('Mobile number').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText('Mobile number')).toHaveProperty('value', '12');
    school.answer = refusals({ rule: 'registers/changed-since', because: 'Pat was quicker.' });
    const jo = staffSeen({
      id: added.id,
      name: 'Jo Ashby',
      revision: 'r9',
      mobile: '07700 900999',
    });
    school.registers = registersSeen({
      staff: [{ ...jo, id: registersSeen().people[1]?.id ?? jo.id }],
    });
    await user.click((await dialog()).getByRole('button', { name: 'Save' }));
    await screen.findByText(/Pat was quicker/u);
    await user.click(await button('Start again from what is there now'));
    await waitFor(() =>
      expect(screen.getByLabelText('Mobile number')).toHaveProperty('value', '07700 900999'),
    );
    school.answer = undefined;
    await user.type(screen.getByLabelText('Mobile number'), '1');
    await user.click((await dialog()).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(school.sent.at(-1)?.body).toMatchObject({ revision: 'r9' }));
    expect(new Set(school.sent.map(({ body }) => body['command'])).size).toBe(3);
  });

  it('send a change that did not arrive again as the same one', async () => {
    const { user, school } = renderTab('okafor', '#/registers/devices', {
      answer: { status: 500, body: {} },
    });
    await user.click(await button('Remove Alarm 1'));
    await user.click((await dialog()).getByRole('button', { name: 'Remove' }));
    await screen.findByText(/What you filled in is still here/u);
    school.answer = undefined;
    await user.click((await dialog()).getByRole('button', { name: 'Remove' }));
    await screen.findByText('Done and filed.');
    expect(school.sent.at(-1)?.body).toMatchObject({
      verb: 'remove-device',
      id: 'dev-1',
      revision: 'e1',
    });
    expect(new Set(school.sent.map(({ body }) => body['command'])).size).toBe(1);
  });
});

describe('roles changed by hand in the list', () => {
  it('wait until somebody confirms just those that were shown', async () => {
    const { user, school } = renderTab('okafor', '#/registers/staff');
    await user.click(await button('Confirm the roles of Mo Karim'));
    const form = await dialog();
    expect(form.getByText(/Mo Karim will hold: Senior manager/u)).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Confirm' }));
    await screen.findByText('Done and filed.');
    expect(school.sent[0]?.body).toMatchObject({
      verb: 'confirm-roles',
      person: 'mo',
      roles: 'visiting-staff,senior-manager',
      revision: 'r3',
    });
  });

  it('are left as they were without a word to anybody', async () => {
    const { user, school } = renderTab('okafor', '#/registers/staff');
    await user.click(await button(/^Leave as they were/u));
    await screen.findByText(/Mo Karim keeps the roles of before/u);
    expect(screen.queryByRole('button', { name: /Confirm/u })).toBeNull();
    expect(school.sent).toEqual([]);
  });

  it('are never confirmed by the person themselves', async () => {
    const own = staffSeen({
      id: okafor.id,
      name: okafor.name,
      rolesWaiting: ['senior-manager'],
      mayConfirmRoles: true,
    });
    renderTab('okafor', '#/registers/staff', { registers: registersSeen({ staff: [own] }) });
    await screen.findByText(/These are your own roles/u);
    expect(screen.queryByRole('button', { name: /Confirm/u })).toBeNull();
  });
});

describe('vehicles', () => {
  it('show their dates and why one may not be used, and take one more', async () => {
    const { user, school } = renderTab('okafor', '#/registers/vehicles');
    const bus = within(await rowOf(/Vauxhall Vivaro/u));
    expect(bus.getByText('Ran out 20 Nov 2026')).toBeTruthy();
    expect(bus.getByText('May not be used')).toBeTruthy();
    await user.click(await button('Add a vehicle'));
    const form = await dialog();
    await user.type(form.getByLabelText('Make'), 'Škoda');
    await user.selectOptions(form.getByLabelText('Owner'), 'Mr Bevan');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(school.sent[0]?.body).toMatchObject({
        verb: 'keep-vehicle',
        id: '',
        make: 'Škoda',
        owner: 'bevan',
        insuredUntil: '',
      }),
    );
  });
});

describe('the duty rota', () => {
  it('says who is on duty now, and draws the week it shows', async () => {
    const { user } = renderTab('okafor', '#/registers/duty');
    const now = within(await screen.findByRole('region', { name: 'On duty now' }));
    expect(now.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Mr Bevan stands in for the headteacher, until Fri 27 Nov 16:00',
      'Mrs Okafor is away, until Fri 27 Nov 16:00',
    ]);
    await heading('Mon 23 Nov to Sun 29 Nov');
    const week = () =>
      within(screen.getByRole('list', { name: 'The rota this week shows' })).getAllByRole(
        'listitem',
      );
    expect(week()).toHaveLength(4);
    expect(within(week()[3] ?? document.body).getByText(/Only a deputy/u)).toBeTruthy();
    await user.click(await button('Week after'));
    await heading('Mon 30 Nov to Sun 6 Dec');
    expect(week()).toHaveLength(1);
  });

  it('names a stand-in from a day and time to another, and takes one back', async () => {
    const { user, school } = renderTab('okafor', '#/registers/duty');
    await user.click(await button('Name a stand-in'));
    const form = await dialog();
    await user.selectOptions(form.getByLabelText('Who stands in?'), 'Mr Bevan');
    await user.selectOptions(form.getByLabelText('For'), 'Headteacher');
    await user.clear(form.getByLabelText('Until'));
    await user.type(form.getByLabelText('Until'), '2026-11-27');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(school.sent[0]?.body).toMatchObject({
        verb: 'keep-duty',
        kind: 'stands-in',
        person: 'bevan',
        role: 'headteacher',
        fromDay: '2026-11-23',
        fromTime: '08:00',
        untilDay: '2026-11-27',
        untilTime: '16:00',
      }),
    );
    await user.click(await button(/^Take back: Mr Bevan/u));
    await user.click((await dialog()).getByRole('button', { name: 'Take back' }));
    await waitFor(() =>
      expect(school.sent[1]?.body).toMatchObject({
        verb: 'revoke-duty',
        id: 'duty-1',
        revision: 'd1',
      }),
    );
  });

  it('says the reason of the policy where nobody may stand in', async () => {
    const { user } = renderTab('okafor', '#/registers/duty', {
      registers: registersSeen({ delegation: 'off', dutyRoles: ['senior-manager-on-duty'] }),
      answer: refusals({ field: 'role', because: 'Nobody stands in for the headteacher.' }),
    });
    await screen.findByText('Under your policy nobody may stand in for the headteacher.');
    await user.click(await button('Name a stand-in'));
    const form = await dialog();
    await user.selectOptions(form.getByLabelText('For'), 'Headteacher');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await screen.findByText(/Nobody stands in for the headteacher\..*\(Bryn School policy 4\.3\)/u);
  });

  it('keeps its weeks where the clocks change', () => {
    const week = weekAt(instant('2027-03-24T12:00:00Z'), 0);
    expect([week.from, week.until]).toEqual([
      instant('2027-03-22T00:00:00Z'),
      instant('2027-03-28T23:00:00Z'),
    ]);
  });
});

describe('the calendar', () => {
  it('keeps terms, closures and office hours', async () => {
    const { user, school } = renderTab('okafor', '#/registers/calendar');
    expect(within(await rowOf(/Autumn term/u)).getByText('Now')).toBeTruthy();
    await user.click(await button('Add a closure'));
    await user.type((await dialog()).getByLabelText('Why is the school closed?'), 'Snow');
    await user.click((await dialog()).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(school.sent[0]?.body).toMatchObject({
        verb: 'keep-dates',
        kind: 'closure',
        name: 'Snow',
      }),
    );
    await user.click(await button('Change Office hours'));
    await user.click((await dialog()).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(school.sent[1]?.body).toMatchObject({
        verb: 'keep-hours',
        opens: '08:00',
        revision: 'h1',
      }),
    );
  });
});

describe('training as it is typed', () => {
  it('comes back as it was, whatever the subject is called', () => {
    const lines = [
      { subject: 'First aid', on: '2026-01-01', until: '' },
      { subject: 'A|B', on: '', until: '2027-01-01' },
    ];
    expect(linesOf(textOf(lines))).toEqual(lines);
  });
});
