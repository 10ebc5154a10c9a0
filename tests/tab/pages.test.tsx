/** @jest-environment jsdom */
import { jest } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { instant } from '../../src/vocabulary.ts';
import { refusals, renderTab } from './render-tab.tsx';
import { at, late, later, visit, waitingHigh } from './school.ts';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });

jest.setTimeout(90_000);
afterEach(cleanup);

describe('Today', () => {
  it('answers first who is out and who is late, and by how much', async () => {
    renderTab('pat', '#/today');
    await heading('4 people are out. 1 person is late.');
    expect(screen.getByText('Mo Karim: 8 min late')).toBeTruthy();
    expect(
      screen.getByText(/Pat Doyle has it\. People were told 2 times, last at 14:09/u),
    ).toBeTruthy();
    const rows = within(screen.getByRole('list', { name: 'Out now' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getAllByRole('button')[0]?.textContent)).toEqual([
      'Mo Karim',
      'Miss Rao',
      'Sam Pike and Jo Ashby',
    ]);
    expect(within(rows[2] ?? document.body).getByText('due 15:30, in 1 h 18 min')).toBeTruthy();
  });

  it('says so when nobody is out', async () => {
    renderTab('pat', '#/today', { visits: [] });
    await heading('Nobody is out. Nobody is late.');
    expect(screen.getByText('No visits today')).toBeTruthy();
  });

  it('shows the same as a table', async () => {
    const { user } = renderTab('pat', '#/today');
    await user.click(await screen.findByRole('tab', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'Visits today' });
    expect(within(table).getAllByRole('row')).toHaveLength(8);
    expect(within(table).getByRole('cell', { name: /^8 min late · last heard/u })).toBeTruthy();
  });

  it('logs a call for whoever phoned', async () => {
    const { user, school } = renderTab('pat', '#/today');
    await user.click(await button('Log a call from Miss Rao'));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('checkbox', { name: 'Miss Rao' })).toHaveProperty(
      'checked',
      true,
    );
    await user.click(within(dialog).getByRole('radio', { name: 'They are going in' }));
    await user.type(
      within(dialog).getByRole('textbox', { name: 'In their words' }),
      'Grandmother let us in',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    await screen.findByText('Done and filed.');
    expect(school.sent[0]).toMatchObject({
      path: '/api/visits/HV-2026-0043/commands',
      body: { verb: 'log-call', who: 'rao', said: 'enter', words: 'Grandmother let us in' },
    });
  });

  it('keeps what it knew, and says what still works, when nothing answers', async () => {
    const { school } = renderTab('pat', '#/today');
    await heading(/4 people are out/u);
    school.up = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await screen.findByText('No connection');
    expect(screen.getByText(/Anyone who is out is still watched over/u)).toBeTruthy();
    await heading(/4 people are out/u);
  });

  it('brings a row up to date where it stands', async () => {
    const { school } = renderTab('pat', '#/today');
    const list = await screen.findByRole('list', { name: 'Out now' });
    const rows = within(list).getAllByRole('listitem');
    school.visits = school.visits.map((one) =>
      one.reference === 'HV-2026-0042' ? { ...one, dueBack: at('15:50') } : one,
    );
    document.dispatchEvent(new Event('visibilitychange'));
    await within(list).findByText('due 15:50, in 1 h 38 min');
    expect(within(list).getAllByRole('listitem')).toEqual(rows);
  });
});

describe('the pages one has', () => {
  it('are the only ones to choose from, whatever the address says', async () => {
    renderTab('sam', '#/approvals');
    await heading('My visits');
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toHaveLength(2);
    expect(screen.queryByRole('tab', { name: /Approvals|Today/u })).toBeNull();
  });

  it('count what waits', async () => {
    renderTab('okafor', '#/today');
    const tab = await screen.findByRole('tab', { name: /Approvals/u });
    expect(within(tab).getAllByText('2').length).toBeGreaterThan(0);
  });

  it('wait behind a press on "Sign in" where nobody is signed in', async () => {
    const { user } = renderTab('sam', '#/mine', { signedIn: false });
    await heading('Sign in to Home Visits');
    await user.click(await button('Sign in'));
    await heading('My visits');
  });
});

describe('My visits', () => {
  it('come in two groups, and say how to begin when there are none', async () => {
    renderTab('sam', '#/mine');
    expect(
      within(await screen.findByRole('list', { name: 'Before' })).getAllByRole('listitem'),
    ).toHaveLength(1);
    cleanup();
    renderTab('sam', '#/mine', { visits: [] });
    await screen.findByText('You have no visits yet');
    await button('Ask for a visit');
  });
});

describe('a visit', () => {
  const mine = visit({
    verbs: ['arrive', 'extend', 'cancel', 'help', 'confirm-reading'],
    relations: ['visitor'],
  });

  it('tells where it stands, what one can do, and its story', async () => {
    renderTab('sam', '#/mine/HV-2026-0042', { visits: [mine] });
    await heading('HV-2026-0042 · EJ');
    for (const name of [
      'Who goes',
      'The visit',
      'Risk',
      'What the policy says',
      'What has happened',
    ])
      await heading(name);
    expect(screen.getByText('Mrs Okafor approved.', { exact: false })).toBeTruthy();
    expect(screen.getAllByText('Bryn School policy 4.3').length).toBe(1);
    expect(screen.getByRole('link', { name: '01248 555 014' }).getAttribute('href')).toBe(
      'tel:01248555014',
    );
  });

  it('leaves no trace of what one may not know', async () => {
    const { parentPhone, purposeNote, ...rest } = visit();
    const risk = { level: rest.risk.level, summary: rest.risk.summary };
    renderTab('sam', '#/mine/HV-2026-0042', { visits: [{ ...rest, risk, purpose: 'Sensitive' }] });
    await heading('HV-2026-0042 · EJ');
    expect(screen.getByText('The answers are for those who decide or go.')).toBeTruthy();
    expect(screen.queryByText(/violence/u)).toBeNull();
    expect(screen.queryByRole('link', { name: '01248 555 014' })).toBeNull();
  });

  it('is not there for whoever may not see it', async () => {
    renderTab('sam', '#/mine/HV-2026-9999');
    await screen.findByText('There is nothing here that you can open');
  });

  it('offers both of us where there are two, and sends whom it is about', async () => {
    const { user, school } = renderTab('sam', '#/mine/HV-2026-0042', { visits: [mine] });
    await user.click(await button('We have arrived'));
    expect(await screen.findByRole('checkbox', { name: 'Sam Pike' })).toHaveProperty(
      'checked',
      true,
    );
    await user.click(await button('Both of us'));
    await user.click(await button('Send'));
    await screen.findByText('Done and filed.');
    expect(school.sent[0]?.body).toMatchObject({ verb: 'arrive', who: 'sam,jo' });
  });

  it('shows the round it is on, and makes one of the visits that are chosen', async () => {
    const stop = (reference: string, more = {}) => ({
      id: mine.id,
      reference,
      initials: 'TR',
      address: '3 Heol Las',
      start: mine.start,
      status: 'approved' as const,
      here: false,
      next: true,
      ...more,
    });
    const round = {
      name: mine.reference,
      dueBack: mine.dueBack,
      stops: [stop(mine.reference, { here: true }), stop('HV-2026-0077')],
    };
    const planned = {
      ...mine,
      round,
      couldJoin: [stop('HV-2026-0078')],
      verbs: [...mine.verbs, 'plan-round' as const],
    };
    const { user, school } = renderTab('sam', '#/mine/HV-2026-0042', { visits: [planned] });
    const part = await screen.findByRole('region', { name: 'Round of HV-2026-0042' });
    expect(part.textContent).toContain('2 homes, in any order');
    expect(part.textContent).toContain('HV-2026-0077');
    expect(part.textContent).toContain('you are on this one now');
    await user.click(await screen.findByRole('button', { name: 'Plan a round' }));
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(school.sent.at(-1)?.body).toMatchObject({ verb: 'plan-round', visits: mine.id });
  });

  it('does at once what needs no answer', async () => {
    const { user, school } = renderTab('sam', '#/mine/HV-2026-0042', { visits: [mine] });
    await user.click(await button('I have read the risk assessment'));
    await screen.findByText('Done and filed.');
    expect(school.sent).toHaveLength(1);
  });

  it('asks once before what cannot be undone, with its consequence', async () => {
    const { user, school } = renderTab('sam', '#/mine/HV-2026-0042', { visits: [mine] });
    await user.click(await button('Cancel this visit'));
    await screen.findByText(/The office and whoever approved it will be told/u);
    await user.click(await button('Not now'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(school.sent).toEqual([]);
  });

  it('says every reason why not, where it belongs, and takes word that it has happened', async () => {
    const { user, school } = renderTab('sam', '#/mine/HV-2026-0042', {
      visits: [mine],
      answer: refusals(
        { because: 'You have no extensions left.', next: 'Phone the office.' },
        { because: 'That is not a time.', next: 'Use the 24-hour clock.', field: 'dueBack' },
      ),
    });
    await user.click(await button('I need longer'));
    await user.click(await button('Send'));
    const box = await screen.findByLabelText('New time back');
    await screen.findByText(/You have no extensions left\. Phone the office\./u);
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(
      screen.getByText('That is not a time. Use the 24-hour clock. (Bryn School policy 4.3)'),
    ).toBeTruthy();
    school.answer = undefined;
    await user.click(await button('It has already happened'));
    await user.click(await button('Send'));
    await screen.findByText('Done and filed.');
    expect(school.sent.at(-1)?.body).toMatchObject({
      verb: 'already-happened',
      what: 'extend',
      who: 'sam',
    });
    expect(new Set(school.sent.map(({ body }) => body['command'])).size).toBe(2);
  });

  it('sends a press that did not arrive again as the same one', async () => {
    const { user, school } = renderTab('sam', '#/mine/HV-2026-0042', {
      visits: [mine],
      answer: { status: 500, body: {} },
    });
    await user.click(await button('I need longer'));
    await user.click(await button('Send'));
    await screen.findByText(/Nothing was changed\. Try again/u);
    school.answer = undefined;
    await user.click(await button('Send'));
    await screen.findByText('Done and filed.');
    expect(new Set(school.sent.map(({ body }) => body['command'])).size).toBe(1);
  });

  it('says what is kept until SharePoint answers', async () => {
    const held = {
      status: 202,
      body: { held: true, reference: 'HV-2026-0042', note: 'Saved here, not yet in SharePoint.' },
    };
    const { user } = renderTab('sam', '#/mine/HV-2026-0042', {
      visits: [{ ...mine, filed: false }],
      answer: held,
    });
    await screen.findByText('Saved here, not yet in SharePoint. It will be filed by itself.');
    await user.click(await button('I have read the risk assessment'));
    await screen.findByText('Saved here, not yet in SharePoint.');
  });

  it('says whom to phone while an alarm stands, and takes "I have it"', async () => {
    const transport = 'Mo’s car · Ford Fiesta AB12 CDE, blue';
    const alarm = { ...late, transport, verbs: ['acknowledge'] as const };
    const { user, school } = renderTab('pat', '#/today/HV-2026-0041', { visits: [alarm] });
    const [has] = await screen.findAllByRole('button', { name: 'I have it' });
    // What whoever rings the police is asked for stands in the bar itself.
    const [bar] = screen.getAllByText(/Last heard 13:02\./u);
    const [mo] = late.visitors;
    for (const fact of [late.address, transport, '13:02', mo?.mobile ?? 'no number'])
      expect(bar?.textContent).toContain(fact);
    expect(document.body.textContent).toContain(mo?.name ?? 'nobody');
    await user.click(has ?? document.body);
    await waitFor(() =>
      expect(school.sent[0]?.body).toMatchObject({ verb: 'acknowledge', alarm: 'a-1' }),
    );
  });
});

describe('Approvals', () => {
  it('come one after another, the risk first, a High only after its details', async () => {
    const { user, school } = renderTab('okafor', '#/approvals');
    await heading('2 visits wait for you.');
    expect(screen.getByText('1 of 2')).toBeTruthy();
    expect(screen.getByText('This is High. Open the details before you decide.')).toBeTruthy();
    expect(screen.queryByText('Meet at the library', { exact: false })).toBeNull();
    school.visits = [{ ...waitingHigh, detailsOpened: true }];
    await user.click(await button('Open the details'));
    await screen.findByText('Meet at the library', { exact: false });
    expect(school.sent[0]?.body).toMatchObject({ verb: 'open-details', content: 'c0ffee' });
  });

  it('bind to what was shown, and tell of a decision already taken', async () => {
    const answer = {
      ...refusals({ because: 'Mr Bevan has approved it.', rule: 'visits/already-decided' }),
      status: 409,
    };
    const { user, school } = renderTab('okafor', '#/approvals/HV-2026-0046', { answer });
    await user.click(await button('Approve'));
    await user.click(await button('Send'));
    await screen.findByText('Somebody has decided already');
    expect(school.sent[0]).toMatchObject({
      path: '/api/visits/HV-2026-0046/commands',
      body: { verb: 'approve', content: 'c0ffee' },
    });
  });

  it('say when nothing waits', async () => {
    renderTab('okafor', '#/approvals', { visits: [later] });
    await screen.findByText('Nothing waits for you');
  });
});

describe('asking for a visit', () => {
  it('fills in what the school knows, keeps all that was typed, and says what is wrong beside each field', async () => {
    const { user, school } = renderTab('sam', '#/ask', {
      answer: refusals(
        { field: 'visitors', because: 'Two people go.', next: 'Choose a second.' },
        { field: 'whyNotInSchool', because: 'Please say why.' },
      ),
    });
    await user.type(await screen.findByLabelText('Pupil'), 'Eli');
    await user.click(await button(/Use what we know of Elin Jones/u));
    expect(screen.getByLabelText('Address')).toHaveProperty('value', '14 Ffordd y Môr');
    const dogs = screen.getByRole('radiogroup', { name: /dogs/u });
    await user.click(within(dogs).getByRole('radio', { name: 'Yes' }));
    await user.type(screen.getByLabelText('What will you do about it?'), 'Ask first');
    await user.click(await button('Ask for this visit'));
    await waitFor(() =>
      expect(screen.getByLabelText('Goes with them').getAttribute('aria-invalid')).toBe('true'),
    );
    expect(
      screen.getByLabelText('Why can this not be done in school?').getAttribute('aria-invalid'),
    ).toBe('true');
    expect(school.sent[0]).toMatchObject({
      path: '/api/visits',
      body: {
        verb: 'submit',
        pupil: 'Elin Jones',
        visitors: 'sam',
        q2: 'yes',
        q2Action: 'Ask first',
        date: '2026-11-23',
      },
    });
    await user.click(screen.getByRole('tab', { name: 'My visits' }));
    await heading('My visits');
    await user.click(screen.getByRole('tab', { name: 'Ask for a visit' }));
    expect(await screen.findByLabelText('Pupil')).toHaveProperty('value', 'Elin Jones');
    school.answer = undefined;
    await user.selectOptions(screen.getByLabelText('Goes with them'), 'Pat Doyle');
    await user.click(await button('Ask for this visit'));
    await waitFor(() => expect(school.sent.at(-1)?.body).toMatchObject({ visitors: 'sam,pat' }));
  });

  it('begins an edit from what was sent', async () => {
    const edited = visit({
      form: { pupil: 'Elin Jones', visitors: 'sam,pat', startTime: '13:15' },
      dueBack: instant('2026-11-23T15:30:00Z'),
    });
    const { user, school } = renderTab('sam', '#/ask/HV-2026-0042', { visits: [edited] });
    expect(await screen.findByLabelText('Leaves at')).toHaveProperty('value', '13:15');
    await user.click(await button('Send the changes'));
    await waitFor(() =>
      expect(school.sent[0]).toMatchObject({
        path: '/api/visits/HV-2026-0042/commands',
        body: { verb: 'edit', pupil: 'Elin Jones', visitors: 'sam,pat' },
      }),
    );
  });

  it('shows at once what a choice needs, what speaks against it, and who decides', async () => {
    const [against] = Object(
      refusals({ because: 'This has passed.', field: 'startTime' }).body,
    ).refusals;
    const { user, school } = renderTab('sam', '#/ask', {
      checked: () => ({ refusals: [against], says: ['Mrs Okafor decides (3.1).'] }),
    });
    await user.selectOptions(await screen.findByLabelText('Purpose'), 'Nobody answers');
    await screen.findByText('Mrs Okafor decides (3.1).');
    await screen.findByText('One thing still speaks against it');
    expect(screen.getByLabelText('Leaves at').getAttribute('aria-invalid')).not.toBe('true');
    await user.type(screen.getByLabelText('Leaves at'), '09:00');
    await waitFor(() =>
      expect(screen.getByLabelText('Leaves at').getAttribute('aria-invalid')).toBe('true'),
    );
    await user.type(screen.getByLabelText('Attempt 1: day'), '2026-11-23');
    await user.type(screen.getByLabelText('Attempt 1: time'), '08:40');
    await user.selectOptions(screen.getByLabelText('Attempt 1: how'), 'By phone');
    await user.type(screen.getByLabelText('Attempt 1: number'), '01248 555 014');
    expect(screen.queryByLabelText('Who drives')).toBeNull();
    await user.click(screen.getByLabelText('A pupil travels with us'));
    expect(await screen.findByLabelText('Who drives')).toBeTruthy();
    expect(JSON.stringify({ ...sessionStorage })).toContain('01248 555 014');
    await user.click(await button('Ask for this visit'));
    await waitFor(() =>
      expect(school.sent.at(-1)?.body).toMatchObject({
        contactAttempts: '2026-11-23 08:40 phone 01248 555 014',
        carriesPupil: 'yes',
      }),
    );
    expect({ ...sessionStorage }).toEqual({});
  });
});
