/** The registers of the small school, through the API alone, over the running product. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RegistersSeen } from '../../src/people/registers-seen.ts';
import { openSchool, type School } from '../support/school.ts';
import { form, monday } from '../support/visit.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
  await school.setClock(monday);
}, 60_000);
afterAll(() => school.close());

const call = async (person: string, path: string, body?: object) => {
  const response = await fetch(`${school.productAddress}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await school.token('tab', person)}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const seen = async (person = 'hart') =>
  (await call(person, '/api/registers')).body as unknown as RegistersSeen;
const change = (person: string, verb: string, inputs: object) =>
  call(person, '/api/registers/commands', { verb, command: crypto.randomUUID(), ...inputs });

describe('the registers of the small school', () => {
  it('are there from the start, and everybody who goes on visits is cleared', async () => {
    const { staff, vehicles, devices, duty, dates, hours, runsOut } = await seen();
    const going = staff.filter(({ designated }) => designated === true);
    expect(going.length).toBeGreaterThan(4);
    expect(going.flatMap(({ against }) => against)).toEqual([]);
    expect(vehicles.flatMap(({ against }) => against)).toEqual([]);
    expect(vehicles.length).toBe(going.length);
    expect(devices).toHaveLength(2);
    expect(duty).toMatchObject([{ person: { name: 'Mr Bevan' }, effect: 'now' }]);
    expect(dates.some(({ name }) => name === 'Christmas')).toBe(true);
    expect(hours).toMatchObject({ opens: '08:00', closes: '16:30' });
    expect(runsOut).toEqual([]);
    expect(staff.flatMap(({ rolesWaiting }) => rolesWaiting)).toEqual([]);
  });

  it('are for the business manager, the headteacher, and the office to read', async () => {
    for (const person of ['hart', 'okafor', 'pat'])
      expect((await call(person, '/api/registers')).status).toBe(200);
    for (const person of ['sam', 'bevan', 'rao', 'dunn', 'wells', 'pupil'])
      expect((await call(person, '/api/registers')).status).toBe(403);
    const closure = { kind: 'closure', name: 'Snow', from: '2026-11-24', until: '2026-11-24' };
    expect((await change('pat', 'keep-dates', closure)).status).toBe(403);
  });

  it('stop a visit as soon as they are changed', async () => {
    const closure = { kind: 'closure', name: 'Snow', from: '2026-11-24', until: '2026-11-24' };
    const changed = await change('hart', 'keep-dates', closure);
    expect(changed).toMatchObject({ status: 200, body: { accepted: true, note: 'Saved.' } });
    const asking = { ...form, date: '2026-11-24', command: crypto.randomUUID() };
    const asked = await call('sam', '/api/visits', asking);
    const refusals = asked.body['refusals'] as readonly { readonly rule: string }[];
    expect(refusals.map(({ rule }) => rule)).toEqual(['school/open']);
    const jo = (await seen()).staff.find(({ id }) => id === 'jo');
    await change('hart', 'set-staff', {
      person: 'jo',
      revision: jo?.revision ?? '',
      checksSeen: 'no',
    });
    const shown = (await call('sam', '/api/form?colleague=jo')).body as unknown as {
      readonly colleagues: readonly { readonly id: string; readonly against?: string }[];
    };
    expect(shown.colleagues.find(({ id }) => id === 'jo')?.against).toMatch(/background checks/u);
  });
});
