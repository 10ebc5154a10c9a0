/** The whole school as `npm start` runs it, for what is counted in Graph's units and not in milliseconds alone. */
import { randomUUID } from 'node:crypto';
import { openSchool, type School } from '../tests/support/school.ts';

/** `units` is all of it; `clicks` is what somebody waited for. */
export type Spent = { readonly ms: number; readonly units: number; readonly clicks: number };

/** What some work takes, by the clock on the wall and by Microsoft's prices. */
export const spentOn = async (school: School, work: () => Promise<unknown>): Promise<Spent> => {
  await school.forgetUsage();
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  const { clicks, background } = await school.usage();
  return { ms, units: clicks.units + background.units, clicks: clicks.units };
};

export const withSchool = async <Result>(
  env: Readonly<Record<string, string>>,
  work: (school: School) => Promise<Result>,
): Promise<Result> => {
  const school = await openSchool(env);
  try {
    return await work(school);
  } finally {
    await school.close();
  }
};

/** Rows of the list of visits, written as the app itself may. */
export const rowsOf = async (school: School) => {
  const bearer = await school.token('graph');
  const at = school.itemsAt('HomeVisits', 'Visits');
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${school.address}/v1.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.json();
  };
  return {
    add: async (title: string): Promise<string> => {
      const fields = { Title: title, VisitKey: randomUUID() };
      const { id } = (await call('POST', at, { fields })) as { readonly id: string };
      return id;
    },
    read: (id: string) => call('GET', `${at}/${id}?$expand=fields`),
    change: (id: string, fields: object) => call('PATCH', `${at}/${id}/fields`, fields),
  };
};
