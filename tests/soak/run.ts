/** `npm run soak`: the same proofs as in `npm test`, for longer. `SOAK_SEED` plays one again. */
import { spawn } from 'node:child_process';

const child = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    'tests/journeys/simulated-year.test.ts',
    'tests/journeys/sudden-death.test.ts',
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, SOAK_VISITS: process.env['SOAK_VISITS'] ?? '2000', SOAK_KILLS: '200' },
  },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
