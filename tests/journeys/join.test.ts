import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withListed } from '../../src/journeys/join.ts';
import { openPage, type Page, withHappenings } from '../../src/journeys/page.ts';
import { tellChanges, untold } from '../../src/journeys/tell.ts';
import type { Happening } from '../../src/visits/event.ts';
import { commandId, personId, visitId } from '../../src/vocabulary.ts';
import { at, policy, roster } from '../builders/cast.ts';
import { asked, bothOut, after as story } from '../builders/visits.ts';
import { memoryBooks } from '../soak/memory-books.ts';
import { createClock, openWorld, type Playing } from './world.ts';

const id = visitId('school-1');
const given = { policy, roster };
const reminded: Happening = {
  event: {
    type: 'decision-reminded',
    step: 'at-the-start',
    at: at('09:30'),
    by: personId('product'),
    command: commandId('look'),
    via: 'product',
  },
};

let playing: Playing;
beforeEach(async () => {
  playing = await openWorld({ tenant: memoryBooks(), clock: createClock() });
});
afterEach(() => playing.kept.close());

const told = (page: Page) => tellChanges(playing.world, id, page, given);
const names = (page: Page) =>
  told(page).changes.flatMap((change) => ('put' in change ? [change.put.id] : []));

describe('an event that only the list has, since the answer to its writing was lost', () => {
  const joined = async (): Promise<Page> => {
    const { page: blank } = await openPage(playing.world, id);
    const first = withHappenings(playing.world, id, blank, story(asked()));
    const listed = withHappenings(playing.world, id, first, [reminded]).events;
    const mine = withHappenings(playing.world, id, first, story(...bothOut).slice(1));
    return withListed(playing.world, id, told(mine).page, listed);
  };

  it('is told where it comes into the middle, and nothing that people were told of before', async () => {
    const page = await joined();
    expect(page.events[1]).toMatchObject({ type: 'decision-reminded' });
    expect(untold(page).map(({ event }) => event.type)).toEqual(['decision-reminded']);
    const sent = names(page);
    expect(sent.some((name) => name.startsWith('0001~'))).toBe(true);
    // What was sent under number 1 before may wait yet: this overwrites none of it.
    for (const name of sent) expect(name).toMatch(/^(?:refresh|0001~)/u);
    expect(untold(told(page).page)).toEqual([]);
  });

  it('does not keep what happens after it from being told', async () => {
    const page = await joined();
    const more = { event: { ...reminded.event, command: commandId('again') } };
    const longer = withHappenings(playing.world, id, page, [more]);
    expect(untold(longer).map(({ index }) => index)).toEqual([1, page.events.length]);
  });
});
