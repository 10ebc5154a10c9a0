/** A week's list of five hundred is signed: beside one write to the list for each row. */
import { randomUUID } from 'node:crypto';
import type { School } from '../tests/support/school.ts';
import { shown, table } from './figures.ts';
import { rowsOf, type Spent, spentOn, withSchool } from './school.ts';

const many = 500;
const week = '2026-W48';
const numbers = Array.from({ length: many }, (_, index) => index + 1);

type SeenList = { readonly content: string; readonly rows: readonly unknown[] };

const inTheTab = async (school: School, person: string) => {
  const authorization = `Bearer ${await school.token('tab', person)}`;
  const call = async (path: string, init: RequestInit = {}): Promise<{ list: SeenList }> => {
    const response = await fetch(`${school.productAddress}/api/weekly-list${path}`, {
      ...init,
      headers: { authorization, 'content-type': 'application/json' },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as { list: SeenList };
  };
  return {
    see: async () => (await call(`?week=${week}`)).list,
    press: (verb: string, inputs: Readonly<Record<string, string>>) =>
      call('/commands', {
        method: 'POST',
        body: JSON.stringify({ verb, command: randomUUID(), week, ...inputs }),
      }),
  };
};

const figures = numbers
  .map((number) =>
    [
      `Pupil ${number} Jones`,
      `${number} Ffordd y Môr, Bangor LL57 2AB`,
      'Mair and Huw Jones',
      '01248 555 014',
      '61%',
    ].join('\t'),
  )
  .join('\n');

type Signed = Spent & { readonly writes: number };

const signedByTheProduct = async (school: School): Promise<Signed> => {
  const sam = await inTheTab(school, 'sam');
  await sam.press('compile-list', { text: figures });
  const okafor = await inTheTab(school, 'okafor');
  const { content, rows } = await okafor.see();
  if (rows.length !== many) throw new Error(`There are ${rows.length} rows on the list.`);
  const spent = await spentOn(school, () =>
    okafor.press('sign-list', { content, shown: `1-${many}` }),
  );
  const copies = await school.items('HomeVisits', 'WeeklyLists');
  return { ...spent, writes: copies.length };
};

/** Each row of its own is told that it is signed. The rows were there before. */
const signedRowByRow = async (school: School): Promise<Signed> => {
  const rows = await rowsOf(school);
  const ids: string[] = [];
  await school.forgetUsage();
  for (const number of numbers) ids.push(await rows.add(`Row ${number}`));
  const spent = await spentOn(school, async () => {
    for (const id of ids) await rows.change(id, { DecidedBy: 'Mrs Okafor' });
  });
  return { ...spent, writes: ids.length };
};

/** True where the product takes fewer of Graph's units than a row at a time. */
export const measureList = (): Promise<boolean> =>
  withSchool({ PACK: 'holy-cross' }, async (school) => {
    const product = await signedByTheProduct(school);
    const naive = await signedRowByRow(school);
    console.info(`A week's list of ${many} is signed`);
    console.info(
      table([
        ['', 'product', 'a write for each row', 'ratio'],
        ...(['ms', 'units', 'writes'] as const).map((name) => [
          name,
          shown(product[name]),
          shown(naive[name]),
          `${shown(product[name] / naive[name])}×`,
        ]),
      ]),
    );
    return product.units < naive.units;
  });
