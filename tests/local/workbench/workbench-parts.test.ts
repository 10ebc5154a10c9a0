import { choicesOf, outcomeOf } from '../../../src/local/workbench/cards/outcome.ts';
import { linesOf, suggestionsOf } from '../../../src/local/workbench/chat/conversation.ts';
import { cellText, changedCells, isWorking } from '../../../src/local/workbench/lists/cells.ts';
import {
  firstPanes,
  panesFrom,
  withoutPane,
  withPane,
  withTabAt,
} from '../../../src/local/workbench/panes/panes.ts';
import { minutesUntil, timeOf } from '../../../src/local/workbench/school-time.ts';
import { tabLinkOf } from '../../../src/local/workbench/tab/deep-link.ts';

const product = 'http://127.0.0.1:3978';

describe('A press', () => {
  const card = { type: 'AdaptiveCard', version: '1.5' };

  it('may bring another card', () => {
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
    expect(outcomeOf({ status: 200, body })).toEqual({ kind: 'card', card });
  });

  it('may bring words', () => {
    expect(outcomeOf({ status: 200, body: { statusCode: 200, value: 'Noted.' } })).toEqual({
      kind: 'said',
      text: 'Noted.',
    });
    expect(
      outcomeOf({ status: 200, body: { task: { type: 'message', value: 'Agreed.' } } }),
    ).toEqual({ kind: 'said', text: 'Agreed.' });
  });

  it('may open a dialog, to be pressed in under its own id', () => {
    const body = {
      task: { type: 'continue', value: { title: 'Code word', card: { content: card } } },
    };
    expect(outcomeOf({ status: 200, body, dialog: 'd1' })).toEqual({
      kind: 'dialog',
      id: 'd1',
      title: 'Code word',
      card,
    });
  });

  it('says why when it fails, whoever says no', () => {
    const inInvoke = { statusCode: 400, value: { code: 'no', message: 'Not signed.' } };
    expect(outcomeOf({ status: 200, body: inInvoke })).toEqual({
      kind: 'failed',
      text: 'Not signed.',
    });
    const inClient = {
      error: 'the card is not filled in',
      inputs: { pupil: 'Say whose home it is.' },
    };
    expect(outcomeOf({ status: 422, body: inClient })).toEqual({
      kind: 'failed',
      text: 'Say whose home it is.',
    });
    expect(outcomeOf({ status: 500, body: '' })).toMatchObject({
      kind: 'failed',
      text: expect.stringContaining('did not work'),
    });
  });

  it('may bring nothing at all', () => {
    expect(outcomeOf({ status: 200, body: undefined })).toEqual({ kind: 'done' });
  });
});

describe('A search', () => {
  it('answers with titles and values, or not at all', () => {
    const results = [{ title: 'Jo Ashby', value: 'jo' }];
    expect(choicesOf({ status: 200, body: { value: { results } } })).toEqual(results);
    expect(choicesOf({ status: 500, body: { value: { results } } })).toBeUndefined();
  });
});

describe('A conversation', () => {
  const said = (id: string, from: string, at: string) => ({ id, from, at });
  it('begins each day afresh and runs on for five minutes', () => {
    const lines = linesOf([
      said('1', 'bot', '2026-11-22T23:59:00Z'),
      said('2', 'bot', '2026-11-23T00:01:00Z'),
      said('3', 'bot', '2026-11-23T00:03:00Z'),
      said('4', 'person', '2026-11-23T00:04:00Z'),
      said('5', 'person', '2026-11-23T00:09:00Z'),
    ]);
    expect(lines.map(({ newDay }) => newDay)).toEqual([true, true, false, false, false]);
    expect(lines.map(({ goesOn }) => goesOn)).toEqual([false, false, true, false, false]);
  });

  it('offers only what its newest message offers', () => {
    const help = [{ title: 'Help', value: 'help' }];
    const older = { ...said('1', 'bot', '2026-11-23T00:01:00Z'), suggestions: help };
    expect(suggestionsOf([older])).toEqual(help);
    expect(suggestionsOf([older, said('2', 'bot', '2026-11-23T00:02:00Z')])).toEqual([]);
  });
});

describe('The panes', () => {
  it('are the first four when nothing readable was kept', () => {
    for (const stored of [null, '', 'no', '[]', '[{"id":"p1","shown":{"kind":"diary"}}]'])
      expect(panesFrom(stored)).toBe(firstPanes);
    const kept = withoutPane(firstPanes, 'p2');
    expect(panesFrom(JSON.stringify(kept))).toEqual(kept);
  });

  it('never share an id, also after one was closed', () => {
    const panes = withPane(withoutPane(firstPanes, 'p2'), { kind: 'chat', person: 'jo' });
    expect(new Set(panes.map(({ id }) => id)).size).toBe(panes.length);
  });

  it('open a deep link in the tab of the same person, or in a new pane', () => {
    const link = { pageId: 'home', subPageId: 'visits/HV-2026-0042' };
    expect(withTabAt(firstPanes, 'pat', link)).toHaveLength(4);
    expect(withTabAt(firstPanes, 'pat', link).at(-1)?.shown).toEqual({
      kind: 'tab',
      person: 'pat',
      link,
    });
    expect(withTabAt(firstPanes, 'okafor', link)).toHaveLength(5);
  });
});

describe('A link on a card', () => {
  it('leads into the tab when Teams would open it there', () => {
    const link =
      'https://teams.microsoft.com/l/entity/app/home?context=%7B%22subEntityId%22%3A%22visits%2FHV-1%22%7D';
    expect(tabLinkOf(link, product)).toEqual({ pageId: 'home', subPageId: 'visits/HV-1' });
    expect(tabLinkOf(`${product}/tab/?subPageId=today`, product)).toEqual({
      pageId: 'home',
      subPageId: 'today',
    });
  });

  it('leads elsewhere otherwise', () => {
    for (const link of [
      'https://example.org/tab/',
      `${product}/api/me`,
      'tel:01978',
      'https://teams.microsoft.com/l/chat/0/0',
      '',
    ]) {
      expect(tabLinkOf(link, product)).toBeUndefined();
    }
  });
});

describe('A list', () => {
  it('says its cells as people read them', () => {
    expect(cellText('2026-07-01T13:30:00Z')).toBe('Wed 1 Jul, 14:30');
    expect([true, null, 3, 'text'].map(cellText)).toEqual(['Yes', '', '3', 'text']);
  });

  it('hides what is there for the product only', () => {
    const named = (name: string) => isWorking({ name, title: name, kind: 'text' });
    expect(['History', 'VisitKey', 'Watch', 'Delivered'].every(named)).toBe(true);
    expect(['Title', 'Status', 'Alarm'].some(named)).toBe(false);
  });

  it('marks the cells that changed, and every cell of a new item', () => {
    const before = [{ id: '1', fields: { Title: 'A', Status: 'out' } }];
    const after = [
      { id: '1', fields: { Title: 'A', Status: 'inside' } },
      { id: '2', fields: { Title: 'B' } },
    ];
    expect([...changedCells(before, after)]).toEqual(['1 Status', '2 Title']);
  });
});

describe('The clock', () => {
  it("is the school's", () => {
    expect(timeOf('2026-07-01T13:30:00Z')).toBe('14:30');
  });

  it('moves on to a time today, or tomorrow when that has passed', () => {
    expect(minutesUntil('2026-11-23T14:12:00Z', '15:30')).toBe(78);
    expect(minutesUntil('2026-11-23T14:12:00Z', '14:00')).toBe(1428);
    expect(minutesUntil('2026-11-23T14:12:00Z', '14:12')).toBe(1440);
  });
});
