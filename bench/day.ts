/** The day of one visit, from asking to both being back: beside reading and writing its item for each thing that happened. */
import { setTimeout as pause } from 'node:timers/promises';
import type { School } from '../tests/support/school.ts';
import { enterWith, goOut, monday } from '../tests/support/visit.ts';
import { shown, table } from './figures.ts';
import { rowsOf, spentOn, withSchool } from './school.ts';

/** The list follows within seconds. */
const followsMs = 3_000;

const goAndComeBack = async (school: School): Promise<void> => {
  await goOut(school);
  await school.click('sam', 'arrive', { who: 'sam,jo' });
  await school.click('sam', 'enter', enterWith('sam,jo'));
  await school.click('sam', 'leave', { who: 'sam,jo' });
  await school.click('sam', 'return', { who: 'sam' });
  await school.click('jo', 'return', { who: 'jo' });
  await pause(followsMs);
};

/** What stands in both histories, restricted and open. */
const happened = async (school: School): Promise<readonly unknown[]> => {
  const items = [
    ...(await school.items('HomeVisits', 'Visits')),
    ...(await school.items('Safeguarding', 'RiskAssessments')),
  ];
  return items.flatMap(({ fields }) => JSON.parse(String(fields['History'])) as unknown[]);
};

/** True where the product takes fewer of Graph's units than an event at a time. */
export const measureDay = (): Promise<boolean> =>
  withSchool({}, async (school) => {
    await school.setClock(monday);
    const product = await spentOn(school, () => goAndComeBack(school));
    const events = await happened(school);
    const rows = await rowsOf(school);
    const naive = await spentOn(school, async () => {
      const id = await rows.add('HV-2026-9999');
      for (let many = 1; many <= events.length; many += 1) {
        await rows.read(id);
        await rows.change(id, { History: JSON.stringify(events.slice(0, many)) });
      }
    });
    console.info(`One visit's day: ${events.length} things happened`);
    console.info(
      table([
        ['', 'product', 'a read and a write for each', 'ratio'],
        [
          'units',
          `${shown(product.units)}, ${shown(product.clicks)} of them waited for`,
          `${shown(naive.units)}, all of them waited for`,
          `${shown(product.units / naive.units)}×`,
        ],
      ]),
    );
    return product.units < naive.units;
  });
