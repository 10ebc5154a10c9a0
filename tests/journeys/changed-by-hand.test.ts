import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ListItem, openSchool, type School, textOf } from '../support/school.ts';
import { answer, approve, ask, goOut, listed, monday } from '../support/visit.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
}, 60_000);
afterAll(() => school.close());

/** The one item of the list, and a way for Pat to change it by hand. */
const item = async (): Promise<ListItem> => {
  const [one] = await school.items('HomeVisits', 'Visits');
  if (one === undefined) throw new Error('There is no visit.');
  return one;
};

const changeByHand = async (fields: Readonly<Record<string, unknown>>) => {
  const { id } = await item();
  const path = `${school.itemsAt('HomeVisits', 'Visits')}/${id}/fields`;
  await school.graph(path, { as: 'pat', method: 'PATCH', body: fields });
};

const told = async (person: string): Promise<string> =>
  (await school.chat(person)).map(({ text, card }) => `${text}\n${textOf(card)}`).join('\n');

const leaving = async () => {
  const message = (await school.chat('sam')).findLast((one) => one.card);
  const visit = String((await item()).fields['VisitKey']);
  return school.forge('sam', message?.id ?? '', 'depart', {
    visit,
    command: 'forged',
    who: 'sam,jo',
  });
};

describe('an approved visit that somebody changes by hand in the list', () => {
  beforeEach(async () => {
    await school.startAfresh();
    await school.setClock(monday);
    await ask(school);
    await answer(school);
    await approve(school);
  }, 60_000);

  it('is not approved any more when its address was changed, and people are told by whom', async () => {
    await changeByHand({ Address: '99 Somewhere Else' });
    await school.advance('PT1M');
    expect((await listed(school))['Status']).toBe('approval void');
    for (const person of ['sam', 'okafor', 'rao']) {
      expect(await told(person)).toContain('Pat Doyle');
    }
    await leaving();
    expect((await listed(school))['Status']).toBe('approval void');
  }, 30_000);

  it('is not approved any more when an event was pasted into its history', async () => {
    const { fields } = await item();
    const history = JSON.parse(String(fields['History'])) as object[];
    const pasted = [...history, { ...history.at(-1), command: 'pasted', type: 'departed' }];
    await changeByHand({ History: JSON.stringify(pasted) });
    await school.advance('PT1M');
    expect((await listed(school))['Status']).toBe('approval void');
    expect(await told('rao')).toContain('HV-2026-0001');
    expect(String((await listed(school))['History'])).not.toContain('pasted","type":"departed');
  }, 30_000);

  it('is not approved any more when an older version of the item was restored', async () => {
    const { id } = await item();
    const path = `${school.itemsAt('HomeVisits', 'Visits')}/${id}/versions`;
    const versions = await school.graph<{ value: { id: string }[] }>(path);
    const oldest = versions.value.at(-1)?.id ?? '';
    await school.graph(`${path}/${oldest}/restoreVersion`, { as: 'pat', method: 'POST' });
    expect((await listed(school))['Status']).toBe('awaiting approval');
    await school.advance('PT1M');
    expect((await listed(school))['Status']).toBe('approval void');
    expect(await told('rao')).toContain('HV-2026-0001');
  }, 30_000);

  it('believes no Status that was typed in, and trusts the approval no more', async () => {
    await changeByHand({ Status: 'returned' });
    await school.advance('PT1M');
    expect((await listed(school))['Status']).toBe('approval void');
    expect(await told('sam')).toContain('Pat Doyle');
  }, 30_000);

  it('approves nothing from the card that was drawn before the change', async () => {
    const before = (await school.chat('okafor')).findLast((one) => one.card);
    await changeByHand({ Pupil: 'Somebody Else' });
    await school.advance('PT1M');
    const visit = String((await item()).fields['VisitKey']);
    const clicked = await school.forge('okafor', before?.id ?? '', 'approve', {
      visit,
      command: 'old-card',
      content: 'what stood there before',
    });
    expect(textOf(clicked.body.value)).not.toBe('');
    expect((await listed(school))['Status']).toBe('approval void');
  }, 30_000);
});

describe('a visit that is out when somebody changes its item', () => {
  beforeEach(async () => {
    await school.startAfresh();
    await school.setClock(monday);
    await goOut(school);
  }, 60_000);

  it('is watched as before, from what is known of it', async () => {
    await changeByHand({ DueBack: '2026-11-23T20:00:00Z', Status: 'returned' });
    await school.advance('PT1M');
    expect(await listed(school)).toMatchObject({ Status: 'out', DueBack: '2026-11-23T15:30:00Z' });
    await school.setClock('2026-11-23T15:41:00Z');
    expect(String((await listed(school))['Alarm'])).toContain('overdue');
  }, 30_000);

  it('comes back into the list when it was deleted there', async () => {
    const { id } = await item();
    const path = `${school.itemsAt('HomeVisits', 'Visits')}/${id}`;
    await school.graph(path, { as: 'pat', method: 'DELETE' });
    expect(await school.items('HomeVisits', 'Visits')).toEqual([]);
    await school.advance('PT1M');
    expect((await listed(school))['Status']).toBe('out');
    expect(await told('rao')).toContain('HV-2026-0001');
  }, 30_000);
});
