/**
 * `npm run soak`: the same proofs as in `npm test`, for longer, and those that take too long for it. What is drawn by
 * chance is drawn anew unless `SEED` says otherwise; `SOAK_SEED` plays a year or a day of kills again.
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

/** Whatever tries a property of everything that can be drawn. */
const properties = globSync('tests/**/*.test.ts').filter((path) =>
  readFileSync(path, 'utf8').includes("/support/properties.ts'"),
);

const child = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--testTimeout=3600000',
    '--testMatch',
    '<rootDir>/tests/**/*.long.ts',
    '<rootDir>/tests/journeys/{simulated-year,sudden-death}.test.ts',
    '<rootDir>/tests/access/nobody.test.ts',
    ...properties.map((path) => `<rootDir>/${path}`),
  ],
  {
    stdio: 'inherit',
    env: {
      SOAK: '1',
      SEED: 'random',
      RUNS: '20',
      SOAK_VISITS: '2000',
      SOAK_KILLS: '200',
      SOAK_PACKS: 'all',
      ...process.env,
    },
  },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
