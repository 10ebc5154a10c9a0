import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSchool, type School, textOf, verbsOf } from '../support/school.ts';
import {
  answer,
  approve,
  ask,
  checkDeparture,
  depart,
  enterWith,
  form,
  goOut,
  listed,
  monday,
} from '../support/visit.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
}, 60_000);
afterAll(() => school.close());

const fresh = async () => {
  await school.startAfresh();
  await school.setClock(monday);
};

describe('a visit, from asking to both being back', () => {
  beforeAll(fresh, 60_000);

  it('stands in two lists once it is asked for', async () => {
    await ask(school);
    const visit = await listed(school);
    expect(visit).toMatchObject({
      Title: 'HV-2026-0001',
      Status: 'awaiting approval',
      Pupil: "Siân O'Neill",
      YearGroup: 'Year 8',
      Address: '14 Ffordd y Môr, Porthcawl CF36 3AB',
      Risk: 'medium',
      Visitors: 'Sam Pike and Jo Ashby',
      Start: '2026-11-23T14:00:00Z',
      DueBack: '2026-11-23T15:30:00Z',
      RequestedBy: 'Sam Pike',
      DayKey: '2026-11-23',
      Watch: 'yes',
    });
    const [assessment, ...others] = await school.items('Safeguarding', 'RiskAssessments');
    expect(others).toEqual([]);
    expect(assessment?.fields).toMatchObject({
      VisitKey: visit['VisitKey'],
      Title: 'HV-2026-0001',
    });
  });

  it('keeps the risk answers out of the list that the office reads', async () => {
    expect(JSON.stringify(await listed(school))).not.toContain('dog');
    const [assessment] = await school.items('Safeguarding', 'RiskAssessments');
    expect(JSON.stringify(assessment)).toContain('Ask for the dog to be shut in the kitchen.');
  });

  it('asks the headteacher on a card, without the name or the answers', async () => {
    const card = (await school.chat('okafor')).findLast((message) => message.card)?.card;
    expect(textOf(card)).toContain('Medium: 1 risk, with an action');
    expect(textOf(card)).not.toContain('Siân');
    expect(textOf(card)).not.toContain('dog');
    expect(verbsOf(card)).toEqual(
      expect.arrayContaining(['approve', 'decline', 'ask-for-changes', 'open-details']),
    );
  });

  it('is refused to leave before it is approved, and says why', async () => {
    const { body } = await school.click('sam', 'depart', { who: 'sam,jo' }).then(async (clicked) =>
      clicked.status === 200
        ? clicked
        : school.forge('sam', (await lastCardOf('sam')).id, 'depart', {
            visit: (await listed(school))['Title'] as string,
          }),
    );
    expect((await listed(school))['Status']).toBe('awaiting approval');
    expect(textOf(body.value)).not.toBe('');
  });

  it('is approved, and everybody concerned is told', async () => {
    await answer(school);
    await approve(school);
    expect(await listed(school)).toMatchObject({ Status: 'approved', DecidedBy: 'Mrs Okafor' });
    const sam = await school.chat('sam');
    expect(sam.at(-1)?.text).toContain('Mrs Okafor approved HV-2026-0001');
    const okafor = (await lastCardOf('okafor')).card;
    expect(textOf(okafor)).toContain('Approved by Mrs Okafor');
    expect(verbsOf(okafor)).not.toContain('approve');
  });

  it('moves its Status column as the two of them go about it, one by one', async () => {
    const statuses: unknown[] = [];
    const step = async (person: string, verb: string, inputs: Readonly<Record<string, string>>) => {
      const clicked = await school.click(person, verb, inputs);
      expect(clicked.status).toBe(200);
      statuses.push((await listed(school))['Status']);
    };
    await checkDeparture(school);
    await step('sam', 'depart', { who: 'sam,jo' });
    await step('sam', 'arrive', { who: 'sam' });
    await step('jo', 'arrive', { who: 'jo' });
    await step('sam', 'enter', enterWith('sam'));
    await step('jo', 'enter', enterWith('jo'));
    await step('sam', 'leave', { who: 'sam' });
    await step('jo', 'leave', { who: 'jo' });
    await step('sam', 'return', { who: 'sam' });
    await step('jo', 'return', { who: 'jo' });
    expect(statuses).toEqual([
      'out',
      'at the door',
      'at the door',
      'inside',
      'inside',
      'inside',
      'left',
      'left',
      'returned',
    ]);
    expect(await listed(school)).toMatchObject({ Outcome: 'held' });
    expect((await listed(school))['Watch']).toBeUndefined();
  });

  const lastCardOf = async (person: string) => {
    const message = (await school.chat(person)).findLast((one) => one.card);
    if (message === undefined) throw new Error(`${person} has no card.`);
    return message;
  };
});

describe('what a whole visit costs SharePoint', () => {
  beforeAll(fresh, 60_000);

  it('is at most 24 units of clicks, and no list query', async () => {
    await school.forgetUsage();
    await goOut(school);
    await school.click('sam', 'arrive', { who: 'sam,jo' });
    await school.click('sam', 'enter', enterWith('sam,jo'));
    await school.click('sam', 'leave', { who: 'sam,jo' });
    await school.click('sam', 'return', { who: 'sam' });
    await school.click('jo', 'return', { who: 'jo' });
    expect((await listed(school))['Status']).toBe('returned');
    const { clicks } = await school.usage();
    expect(clicks.units).toBeGreaterThan(0);
    expect(clicks.units).toBeLessThanOrEqual(24);
    expect(clicks.queries).toBe(0);
  }, 30_000);
});

describe('people who are not back when they are due', () => {
  beforeAll(fresh, 60_000);

  it('are reminded, then the office is alarmed, though the product was killed meanwhile', async () => {
    await goOut(school);
    const before = (await school.chat('sam')).length;
    await school.setClock('2026-11-23T15:30:30Z');
    expect((await school.chat('sam')).length).toBeGreaterThan(before);
    expect((await listed(school))['Alarm']).toBeUndefined();
    const { product } = await school.processes();
    process.kill(product as number, 'SIGKILL');
    await school.restart();
    await school.setClock('2026-11-23T15:40:30Z');
    const alarm = (await school.chat('pat')).findLast((message) => message.card)?.card;
    expect(textOf(alarm)).toContain('Sam Pike');
    expect(textOf(alarm)).toContain('07700 900105');
    expect(textOf(alarm)).toContain('14 Ffordd y Môr');
    expect(String((await listed(school))['Alarm'])).toContain('overdue');
  }, 60_000);

  it('are still looked for after "I have it", until somebody has spoken to them both', async () => {
    expect((await school.click('pat', 'acknowledge')).status).toBe(200);
    expect(String((await listed(school))['Alarm'])).toContain('Pat Doyle');
    const before = (await school.chat('rao')).length;
    await school.setClock('2026-11-23T15:50:30Z');
    expect((await school.chat('rao')).length).toBeGreaterThan(before);
    expect((await school.click('pat', 'spoke', { to: 'sam,jo', dueBack: '16:20' })).status).toBe(
      200,
    );
    expect((await listed(school))['Alarm']).toBeUndefined();
    expect((await listed(school))['DueBack']).toBe('2026-11-23T16:20:00Z');
  }, 30_000);

  it('are out until each of them is back by name', async () => {
    await school.click('sam', 'return', { who: 'sam' });
    expect((await listed(school))['Status']).not.toBe('returned');
    await school.setClock('2026-11-23T16:31:00Z');
    expect(String((await listed(school))['Alarm'])).toContain('overdue');
    await school.click('jo', 'return', { who: 'jo' });
    expect((await listed(school))['Status']).toBe('returned');
  }, 30_000);
});

describe('a concern raised on the way', () => {
  beforeAll(fresh, 60_000);

  it('reaches the channel and the leads by reference, and leaves Visits byte for byte as it was', async () => {
    await goOut(school);
    const before = JSON.stringify(await school.items('HomeVisits', 'Visits'));
    const words = 'A bruise on the left arm, “fell off the wall”.';
    const clicked = await school.click('sam', 'raise-concern', {
      about: 'child',
      person: 'Siân',
      what: words,
    });
    expect(clicked.status).toBe(200);
    expect(JSON.stringify(await school.items('HomeVisits', 'Visits'))).toBe(before);
    const [concern] = await school.items('Safeguarding', 'Concerns');
    expect(concern?.fields).toMatchObject({ What: words, RaisedBy: 'Sam Pike' });
    const reference = String(concern?.fields['Title']);
    for (const messages of [
      await school.channel(),
      await school.chat('rao'),
      await school.chat('lind'),
    ]) {
      const said = messages.map(({ text, card }) => `${text}${textOf(card)}`).join('\n');
      expect(said).toContain(reference);
      expect(said).not.toContain('bruise');
    }
    for (const person of ['jo', 'pat', 'okafor', 'wells']) {
      expect(JSON.stringify(await school.chat(person))).not.toContain(reference);
    }
  }, 30_000);
});

describe('leaving with SharePoint away', () => {
  beforeAll(fresh, 60_000);

  it('is possible, is said, and stands in the list once SharePoint is back', async () => {
    await ask(school);
    await answer(school);
    await approve(school);
    await checkDeparture(school);
    await school.fault({ on: 'graph', kind: '503' });
    await depart(school);
    const card = (await school.chat('sam')).findLast((message) => message.card)?.card;
    expect(textOf(card)).toContain('SharePoint');
    await school.mend();
    expect((await listed(school))['Status']).toBe('approved');
    await school.advance('PT2M');
    expect((await listed(school))['Status']).toBe('out');
  }, 60_000);

  it('holds a request, says so, and files it once', async () => {
    await school.fault({ on: 'graph', kind: '503' });
    await school.say('sam', 'new visit');
    const held = await school.click('sam', 'submit', {
      pupil: 'Tomos Reid',
      yearGroup: 'Year 10',
      parent: 'Alan Reid',
      parentPhone: '07700 900202',
      address: '3 Mill Lane, Porthcawl CF36 5TT',
      class: 'procedural',
      purpose: 'attendance',
      people: 'Mr Reid',
      whyNotInSchool: 'Nights.',
      appointment: 'phone',
      date: '2026-11-24',
      startTime: '14:00',
      dueBackTime: '15:00',
      visitors: 'sam,jo',
      q1: 'no',
      q2: 'no',
      q4: 'no',
      q5: 'no',
      q6: 'yes',
      level: 'medium',
    });
    expect(JSON.stringify(held.body)).toContain('not yet in SharePoint');
    await school.mend();
    await school.advance('PT1M');
    const visits = await school.items('HomeVisits', 'Visits');
    expect(visits.filter(({ fields }) => fields['Pupil'] === 'Tomos Reid')).toHaveLength(1);
    const okafor = JSON.stringify(await school.chat('okafor'));
    expect(okafor).toContain('HV-2026-0002');
  }, 60_000);
});

describe('an address that resembles a known one', () => {
  beforeAll(fresh, 60_000);

  it('is asked about, and nothing is filed until it is answered', async () => {
    await school.say('sam', 'new visit');
    const misspelt = { ...form, address: '14 Fford y Mor, Porthcawl, CF36 3AB' };
    const asked = await school.click('sam', 'submit', misspelt);
    expect(textOf(asked.body.value)).toContain('14 Ffordd y Môr, Porthcawl CF36 3AB');
    expect(await school.items('HomeVisits', 'Visits')).toEqual([]);
    await school.click('sam', 'submit', { ...misspelt, anotherHome: 'yes' });
    expect((await listed(school))['Address']).toBe('14 Fford y Mor, Porthcawl, CF36 3AB');
  }, 30_000);
});

describe('“It has already happened”, pressed on a card that refuses', () => {
  beforeAll(fresh, 60_000);
  const chatOf = async (person: string) =>
    (await school.chat(person)).map(({ text, card }) => `${text} ${textOf(card)}`);

  it('stands beside the clause and what to do, and nobody has gone by being refused', async () => {
    await ask(school);
    await answer(school);
    await approve(school);
    const { status, body } = await school.click('sam', 'depart', { who: 'sam,jo' });
    expect(status).toBe(200);
    expect(textOf(body.value)).toContain('has not done the departure check today');
    expect(textOf(body.value)).toMatch(/policy [\d.]+/u);
    expect(verbsOf(body.value)).toContain('already-happened');
    expect((await listed(school))['Status']).toBe('approved');
  }, 30_000);

  it('tells the office, the safeguarding lead and the headteacher', async () => {
    const told = ['pat', 'rao', 'okafor'] as const;
    const before = await Promise.all(told.map(async (person) => (await chatOf(person)).length));
    expect((await school.click('sam', 'already-happened')).status).toBe(200);
    expect((await listed(school))['Status']).toBe('out');
    for (const [at, person] of told.entries()) {
      const since = (await chatOf(person)).slice(before[at]).join('\n');
      expect({ person, since }).toEqual({ person, since: expect.stringContaining('HV-2026-0001') });
    }
  }, 30_000);

  it('has started the watch: who is not back is looked for', async () => {
    await school.setClock('2026-11-23T15:40:30Z');
    const alarm = (await school.chat('pat')).findLast((message) => message.card)?.card;
    expect(textOf(alarm)).toContain('Sam Pike');
    expect(textOf(alarm)).toContain('14 Ffordd y Môr');
    expect(String((await listed(school))['Alarm'])).toContain('overdue');
  }, 30_000);
});

describe('help from somebody with no visit', () => {
  beforeAll(fresh, 60_000);

  it('starts a watch and alarms the responders at once', async () => {
    await school.say('wells', 'help');
    const { body } = await school.click('wells', 'help');
    // Before anything else: the number, and what the school says to do.
    expect(textOf(body.value)).toMatch(/^\s*In danger\? Call 999 now/u);
    expect(textOf(body.value)).toContain('Leave if you can');
    for (const person of ['pat', 'bevan', 'rao']) {
      const card = (await school.chat(person)).findLast((message) => message.card)?.card;
      expect(textOf(card)).toContain('Mr Wells');
      expect(textOf(card)).toContain('07700 900110');
    }
    expect(String((await listed(school))['Alarm'])).toContain('help');
  }, 30_000);
});

describe('details that somebody opened to decide', () => {
  beforeAll(fresh, 60_000);

  it('stay open while the visitors answer for themselves', async () => {
    await ask(school);
    const opened = await school.click('okafor', 'open-details');
    expect(textOf(opened.body.value)).not.toContain('Saved');
    await answer(school);
    const card = (await school.chat('okafor')).findLast((message) => message.card)?.card;
    expect(textOf(card)).toContain('Ask for the dog to be shut in the kitchen.');
    expect(verbsOf(card)).toContain('approve');
  }, 30_000);
});
