/** How many seconds somebody waits for their turn; what comes before goes on all the same. */
type Patience = { readonly seconds: number };

/** Runs what is asked under one name in order, one after another; other names do not wait. `wait` resolves after so many seconds: without it patience has no end. */
export const oneAtATime = (wait?: (seconds: number) => Promise<void>) => {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(name: string, work: () => Promise<T>, patience?: Patience): Promise<T> => {
    const before = last.get(name) ?? Promise.resolve();
    const turn =
      patience === undefined || wait === undefined || !last.has(name)
        ? before
        : Promise.race([before, wait(patience.seconds)]);
    const mine = turn.then(work, work);
    const settled = Promise.allSettled([before, mine]);
    last.set(name, settled);
    try {
      return await mine;
    } finally {
      if (last.get(name) === settled) void settled.then(() => forget(name, settled));
    }
  };
  function forget(name: string, settled: Promise<unknown>): void {
    if (last.get(name) === settled) last.delete(name);
  }
};
