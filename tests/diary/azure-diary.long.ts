import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { azureDiary } from '../../src/diary/azure-diary.ts';
import type { Change } from '../../src/journeys/diary.ts';
import { schoolId } from '../../src/vocabulary.ts';
import { type Azurite, startAzurite } from './azurite.ts';
import { at, claim, describeDiary, key, timer } from './diary-contract.ts';
import { describeDiaryFurther } from './diary-contract-more.ts';

// A stand-in on a busy machine has a slow moment now and then.
jest.setTimeout(30_000);

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 30_000);
afterAll(() => azurite.stop());

const open = async () => {
  const place = { connection: azurite.connection, table: `t${randomUUID().replaceAll('-', '')}` };
  return async () => azureDiary(place, [schoolId('school')]);
};

describeDiary('Azure Storage', open, { partitions: 5 });
describeDiaryFurther('Azure Storage', open);

/** Between the diary and Azurite: hands everything on, and keeps the answer to itself when told to. */
const lossyLine = async (to: string) => {
  const target = new URL(to);
  let losing = 0;
  let refusing = 0;
  const server = createServer((asked, answer) => {
    if (refusing > 0) {
      refusing -= 1;
      answer.writeHead(503).end();
      return;
    }
    const { url: path, method, headers } = asked;
    const passed = request(
      { host: target.hostname, port: target.port, path, method, headers },
      (answered) => {
        if (losing > 0 && method === 'POST') {
          losing -= 1;
          answered.resume().on('end', () => answer.destroy());
          return;
        }
        answer.writeHead(answered.statusCode ?? 500, answered.headers);
        answered.pipe(answer);
      },
    );
    asked.pipe(passed);
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  return {
    connection: azurite.connection.replace(/:\d+\//u, `:${port}/`),
    lose: (answers: number) => {
      losing = answers;
    },
    refuse: (requests: number) => {
      refusing = requests;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const school = schoolId('school');
const newTable = () => `t${randomUUID().replaceAll('-', '')}`;

describe('The diary in Azure Storage', () => {
  it('claims for the schools it serves, and leaves those of the trust that others serve', async () => {
    const place = { connection: azurite.connection, table: newTable() };
    const [ours, theirs] = [azureDiary(place, [school]), azureDiary(place, [schoolId('other')])];
    const put = { ...key('timer', 'a'), school: schoolId('other') };
    await theirs.commit([{ put, value: 1, due: at('09:00') }]);
    expect(await ours.claimDue(claim('10:00'))).toEqual([]);
    expect(await ours.nextDue()).toBeUndefined();
    expect(await theirs.claimDue(claim('10:00'))).toHaveLength(1);
  });

  it.each([1, 2])('knows its own commit again when %s answers are lost', async (answers) => {
    const line = await lossyLine(azurite.connection.match(/http:[^;]*/u)?.[0] ?? '');
    const diary = azureDiary({ connection: line.connection, table: newTable() }, [school]);
    await diary.commit([timer('old', '09:00')]);
    const { version = 0 } = (await diary.read(key('timer', 'old'))) ?? {};
    line.lose(answers);
    const page: Change = { put: key('page', 'a'), value: 1, expects: 'absent' };
    expect(await diary.commit([page, timer('t', '10:00')])).toBe('done');
    line.lose(answers);
    const remove: Change = { remove: key('timer', 'old'), expects: version };
    expect(await diary.commit([remove])).toBe('done');
    expect(await diary.commit([page])).toBe('clash');
    expect(await diary.commit([remove])).toBe('clash');
    expect(await diary.nextDue()).toBe(at('10:00'));
    line.close();
  });

  it('waits where Azure is busy, and says so where it stays so', async () => {
    const line = await lossyLine(azurite.connection.match(/http:[^;]*/u)?.[0] ?? '');
    const diary = azureDiary({ connection: line.connection, table: newTable() }, [school]);
    await diary.commit([timer('t', '10:00')]);
    line.refuse(2);
    expect(await diary.read(key('timer', 't'))).toMatchObject({ due: at('10:00') });
    line.refuse(2);
    expect(await diary.commit([timer('t', '11:00')])).toBe('done');
    line.refuse(1_000_000);
    await expect(diary.read(key('timer', 't'))).rejects.toThrow();
    await expect(diary.commit([timer('t', '11:00')])).rejects.toThrow();
    line.close();
  });

  it('has every commit it acknowledged after SIGKILL, and no half of a large one', async () => {
    const place = { connection: azurite.connection, table: newTable() };
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('./commit-to-azure.ts', import.meta.url)),
        place.connection,
        place.table,
      ],
      { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line);
      // In the middle of the next, wherever that is.
      if (acknowledged.length === 8)
        setTimeout(() => child.kill('SIGKILL'), 20 + 60 * Math.random());
    }
    const diary = azureDiary(place, [school]);
    await diary.claimDue(claim('09:00', { lane: 'alarm' }));
    const parts = (await diary.list(school, 'outgoing')).map(({ partition }) => partition);
    const pages = (await diary.list(school, 'page')).map(({ partition }) => partition);
    for (const partition of pages)
      expect(parts.filter((each) => each === partition)).toHaveLength(120);
    expect(new Set(parts)).toEqual(new Set(pages));
    for (const partition of acknowledged) expect(pages).toContain(partition);
  });
});
