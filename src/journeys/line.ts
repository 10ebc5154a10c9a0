/** Only so many at once; the others wait in the order they came. */
export const createLine = (atOnce: number) => {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const turn = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((go) => waiting.push(go));
  };
  const done = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await turn();
    try {
      return await work();
    } finally {
      done();
    }
  };
};
