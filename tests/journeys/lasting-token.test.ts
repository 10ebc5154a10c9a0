import { describe, expect, it } from '@jest/globals';
import { lastingToken, type Token } from '../../src/journeys/lasting-token.ts';

const minute = 60_000;

/** Whoever gives tokens, for as long as `away` says nothing else; each lasts `lasts`. */
const giver = ({ lasts = 60 * minute, last }: { lasts?: number; last?: Token } = {}) => {
  const story = { now: 0, asked: 0, away: false, kept: last };
  const open = () =>
    lastingToken({
      now: () => story.now,
      ask: async () => {
        story.asked += 1;
        if (story.away) throw new Error('away');
        return { text: `token-${story.asked}`, asked: story.now, ends: story.now + lasts };
      },
      kept: {
        read: async () => story.kept,
        write: async (token) => {
          story.kept = token;
        },
      },
    });
  let token = open();
  const at = async (time: number): Promise<string> => {
    story.now = time;
    const given = await token().catch((error: Error) => error.message);
    await new Promise((done) => setTimeout(done, 0));
    return given;
  };
  return {
    story,
    at,
    restart: () => {
      token = open();
    },
    fresh: () => token({ fresh: true }),
  };
};

describe('a token that lasts', () => {
  it('is five minutes old at most when whoever gives it goes away, and does until it is spent', async () => {
    const { story, at } = giver();
    await at(0);
    for (let time = 0; time <= 60; time += 1) await at(time * minute);
    expect(story.asked).toBe(13);
    story.away = true;
    expect(await at(119 * minute)).toBe('token-13');
    expect(await at(120 * minute)).toBe('away');
    story.away = false;
    expect(await at(120 * minute + 1)).toMatch(/^token-/);
  });

  it('outlives a restart', async () => {
    const { story, at, restart } = giver();
    await at(0);
    story.away = true;
    restart();
    expect(await at(40 * minute)).toBe('token-1');
    restart();
    expect(await at(60 * minute)).toBe('away');
  });

  it('is renewed when half of a short one is gone', async () => {
    const { at } = giver({ lasts: 2 * minute });
    expect(await at(0)).toBe('token-1');
    expect(await at(minute - 1)).toBe('token-1');
    expect(await at(minute)).toBe('token-1');
    expect(await at(minute)).toBe('token-2');
  });

  it('asks nobody more than every five seconds while the old one does', async () => {
    const { story, at } = giver();
    await at(0);
    story.away = true;
    for (let second = 0; second < 60; second += 1) await at(10 * minute + second * 1_000);
    expect(story.asked).toBe(13);
  });

  it('is asked for anew where it was not taken', async () => {
    const { at, fresh } = giver();
    await at(0);
    expect(await fresh()).toBe('token-2');
    expect(await at(1)).toBe('token-2');
  });

  it('is asked for where what was kept cannot be read', async () => {
    const token = lastingToken({
      now: () => 0,
      ask: async () => ({ text: 'new', asked: 0, ends: minute }),
      kept: {
        read: () => Promise.reject(new Error('not ours')),
        write: () => Promise.reject(new Error('full')),
      },
    });
    expect(await token()).toBe('new');
  });
});
