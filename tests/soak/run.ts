/** `npm run soak`: the same proofs as in `npm test`, for longer, and those that take too long for it. `SOAK_SEED` plays one again. */
import { spawn } from 'node:child_process';

const child = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--testMatch',
    '<rootDir>/tests/**/*.long.ts',
    '<rootDir>/tests/journeys/{simulated-year,sudden-death}.test.ts',
    '<rootDir>/tests/access/nobody.test.ts',
  ],
  {
    stdio: 'inherit',
    env: { SOAK: '1', SOAK_VISITS: '2000', SOAK_KILLS: '200', SOAK_PACKS: 'all', ...process.env },
  },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
