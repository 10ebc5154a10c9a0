import type { DatabaseSync } from 'node:sqlite';
import { HttpProblem } from './http.ts';

/** The one clock of tenant and product: the machine's own time, moved by an offset. */
export type Clock = {
  readonly now: () => Date;
  readonly offsetMs: () => number;
  readonly set: (offsetMs: number) => void;
};

const day = 86_400_000;

/** `P1DT2H30M15S` in milliseconds. Months and years have no fixed length and are refused. */
export const durationMs = (text: string): number => {
  const found =
    /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!found || /[PT]$/.test(text)) {
    throw new HttpProblem(400, { error: `not an ISO 8601 duration: ${text}` });
  }
  const [sign, weeks, days, hours, minutes, seconds] = found.slice(1);
  const total =
    Number(weeks ?? 0) * 7 * day +
    Number(days ?? 0) * day +
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1_000;
  return sign === '-' ? -total : total;
};

/** The offset is kept, so that a restart does not send anybody back in time. */
export const createClock = (database: DatabaseSync): Clock => {
  database.exec('create table if not exists clock (one integer primary key, offset_ms integer)');
  const read = database.prepare('select offset_ms from clock where one = 1');
  const write = database.prepare('insert or replace into clock (one, offset_ms) values (1, ?)');
  const { offset_ms: kept = 0 } = read.get() ?? {};
  let offset = Number(kept);
  return {
    now: () => new Date(Date.now() + offset),
    offsetMs: () => offset,
    set: (offsetMs) => {
      offset = Math.round(offsetMs);
      write.run(offset);
    },
  };
};

/** The offset a `POST /local/clock` asks for. */
export const offsetAsked = (body: { readonly [key: string]: unknown }, clock: Clock): number => {
  const { now, advance } = body;
  if (typeof advance === 'string') return clock.offsetMs() + durationMs(advance);
  const instant = typeof now === 'string' ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new HttpProblem(400, { error: 'say { now: instant } or { advance: duration }' });
  }
  return instant - Date.now();
};
