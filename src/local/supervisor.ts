import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { isJson } from './json.ts';

/** Starts, stops and speaks with the product, which is a process of its own. */
export type Supervisor = {
  /** Resolves when the product says that it is ready. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Stops it where it runs, and starts it. */
  readonly restart: () => Promise<void>;
  readonly pid: () => number | null;
  /** Moves the product's clock; true once everything that came due has been done. */
  readonly tellClock: (offsetMs: number) => Promise<boolean>;
};

type Given = {
  readonly script: string;
  readonly env: () => Readonly<Record<string, string>>;
  /** Where the product's own words go, so that the terminal stays quiet. */
  readonly log: string;
  /** Told when the product is gone and nobody asked it to go. */
  readonly onLost?: ((reason: string) => void) | undefined;
  readonly readyWithinMs?: number;
  readonly settleWithinMs?: number;
};

const stopWithinMs = 5_000;

/** Resolves with the first message that fits, or with undefined: too late, or the process is gone. */
const hears = (child: ChildProcess, fits: (message: unknown) => boolean, withinMs: number) =>
  new Promise<boolean>((resolve) => {
    const done = (heard: boolean) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      resolve(heard);
    };
    const onMessage = (message: unknown) => {
      if (fits(message)) done(true);
    };
    const onExit = () => done(false);
    const timer = setTimeout(onExit, withinMs);
    child.on('message', onMessage).on('exit', onExit);
  });

const saysReady = (message: unknown) => isJson(message) && message['type'] === 'ready';

const saysSettled = (id: number) => (message: unknown) =>
  isJson(message) && message['type'] === 'settled' && message['id'] === id;

const isLive = (child: ChildProcess | undefined): child is ChildProcess =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

const launch = ({ script, env, log }: Given): ChildProcess => {
  const file = openSync(log, 'a', 0o600);
  const child = fork(script, [], {
    env: { ...process.env, ...env() },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', file, file, 'ipc'],
  });
  closeSync(file);
  return child;
};

const end = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(timer);
};

/** One after the other: two restarts at once must not start two products on one port. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
};

export const createSupervisor = (given: Given): Supervisor => {
  const { readyWithinMs = 30_000, settleWithinMs = 60_000, log } = given;
  const inTurn = createTurns();
  let child: ChildProcess | undefined;
  let isExpected = true;
  let told = 0;

  const start = async (): Promise<void> => {
    if (isLive(child)) return;
    const started = launch(given);
    child = started;
    isExpected = true;
    if (!(await hears(started, saysReady, readyWithinMs))) {
      if (isLive(started)) await end(started);
      throw new Error(`The product did not start: see ${log}`);
    }
    isExpected = false;
    started.once('exit', (code, signal) => {
      if (!isExpected) given.onLost?.(String(signal ?? code));
    });
  };
  const stop = async (): Promise<void> => {
    isExpected = true;
    if (isLive(child)) await end(child);
  };

  return {
    start: () => inTurn(start),
    stop: () => inTurn(stop),
    restart: () => inTurn(() => stop().then(start)),
    pid: () => (isLive(child) ? (child.pid ?? null) : null),
    tellClock: async (offsetMs) => {
      if (!isLive(child) || !child.connected) return false;
      told += 1;
      const settled = hears(child, saysSettled(told), settleWithinMs);
      // A process killed this very moment shows only as a failed send; `hears` sees it go.
      child.send({ type: 'clock', id: told, offsetMs }, () => undefined);
      return settled;
    },
  };
};
