import type { ColumnDefinition } from '../../src/register/list-definition.ts';
import { lists as allLists } from '../../src/register/lists.ts';
import type { ListPlan } from '../../src/sharepoint/list-plan.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { host, type SmallTenant, smallTenant } from './small-tenant.ts';
import { visitsPlan } from './visits-plan.ts';

let tenant: SmallTenant;
beforeEach(async () => {
  tenant = await smallTenant();
});
afterEach(() => tenant.close());

const name = `Visits in ${host}/sites/HomeVisits`;
const lists = `/sites/${host}:/sites/HomeVisits:/lists`;
const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
  tenant.clientOf('provisioner')({ method, path: `${lists}${path}`, body, cause: 'background' });
const withColumn = (column: ColumnDefinition): ListPlan => ({
  ...visitsPlan,
  columns: [...visitsPlan.columns.filter((each) => each.name !== column.name), column],
});

describe('provisioning', () => {
  it('makes lists with their columns, indexes and unique keys', async () => {
    const homes: ListPlan = { ...visitsPlan, site: 'Safeguarding', list: 'Homes' };
    expect(await tenant.make([visitsPlan, homes])).toEqual({
      wrong: false,
      sentences: [
        `Made the list ${name}, with 8 columns.`,
        `Made the list Homes in ${host}/sites/Safeguarding, with 8 columns.`,
      ],
    });
    const key = await ask('GET', '/Visits/columns/VisitKey');
    expect(key).toMatchObject({
      description: 'Names the visit for ever.',
      indexed: true,
      enforceUniqueValues: true,
      text: { allowMultipleLines: false },
    });
    expect(await ask('GET', '/Visits/columns/History')).toMatchObject({
      indexed: false,
      text: { allowMultipleLines: true, textType: 'plain' },
    });
  });

  it('makes every list of the product just as it is defined', async () => {
    const first = await tenant.make(allLists);
    expect(first).toMatchObject({ wrong: false });
    expect(first.sentences).toHaveLength(allLists.length);
    const again = await tenant.make(allLists);
    expect(again.sentences.filter((sentence) => !sentence.endsWith('is there.'))).toEqual([]);
  });

  it('changes nothing when run again', async () => {
    await tenant.make([visitsPlan]);
    const again = await tenant.usage(async () => {
      expect(await tenant.make([visitsPlan])).toEqual({
        wrong: false,
        sentences: [`The list ${name} is there.`],
      });
    }, 'background');
    expect(again.asked.filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('adds a column and mends one that somebody changed', async () => {
    await tenant.make([visitsPlan]);
    const body = { indexed: false, enforceUniqueValues: false, description: '' };
    await ask('PATCH', '/Visits/columns/VisitKey', body);
    const plan = withColumn({ name: 'Outcome', type: 'text', description: 'How it ended.' });
    expect(await tenant.make([plan])).toEqual({
      wrong: false,
      sentences: [
        `The list ${name} is there.`,
        `Mended the column VisitKey of ${name}: it was not indexed.`,
        `Mended the column VisitKey of ${name}: its values did not have to be unique.`,
        `Mended the column VisitKey of ${name}: its description was another.`,
        `Mended the column Outcome of ${name}: it was not there.`,
      ],
    });
    expect(await ask('GET', '/Visits/columns/VisitKey')).toMatchObject({
      enforceUniqueValues: true,
    });
  });

  it('gives a choice that is new, and takes none away', async () => {
    await tenant.make([visitsPlan]);
    const status = { name: 'Status', type: 'choice', description: 'Where it stands.' } as const;
    await tenant.make([withColumn({ ...status, choices: ['out', 'returned', 'left'] })]);
    expect(await ask('GET', '/Visits/columns/Status')).toMatchObject({
      choice: { choices: ['out', 'returned', 'left'] },
    });
    expect(await tenant.make([visitsPlan])).toMatchObject({
      sentences: [`The list ${name} is there.`],
    });
  });

  it('says what is wrong when a column is of another type, and leaves it', async () => {
    await ask('POST', '', { displayName: 'Visits', list: { template: 'genericList' } });
    await ask('POST', '/Visits/columns', { name: 'DueBack', text: {} });
    const { wrong, sentences } = await tenant.make([visitsPlan]);
    expect(wrong).toBe(true);
    expect(sentences).toContain(
      `WRONG: the column DueBack of ${name}: it was of type text, not dateTime.`,
    );
    expect(sentences).toContain(`Mended the column Pupil of ${name}: it was not there.`);
  });

  it('says what Graph would not do', async () => {
    const note = { name: 'Words', type: 'note', description: 'Long.', indexed: true } as const;
    const { wrong, sentences } = await tenant.make([withColumn(note)]);
    expect(wrong).toBe(true);
    expect(sentences.at(-1)).toMatch(
      /^WRONG: the column Words of .*: it was not there. \(.*cannot be indexed/u,
    );
  });

  it('finds out what Graph only said it had made', async () => {
    const client = tenant.clientOf('provisioner');
    const { wrong, sentences } = await provision(
      (call) =>
        call.method === 'POST' && JSON.stringify(call.body).includes('Pupil')
          ? Promise.resolve({})
          : client(call),
      { host, lists: [visitsPlan], pause: async () => undefined },
    );
    expect(wrong).toBe(true);
    expect(sentences).toContain(`WRONG: the column Pupil of ${name}: it was not there.`);
  });

  it('goes on with the next list where a site is missing', async () => {
    const { wrong, sentences } = await tenant.make([
      { ...visitsPlan, site: 'Nowhere' },
      visitsPlan,
    ]);
    expect(wrong).toBe(true);
    expect(sentences).toEqual([
      `WRONG: the list Visits in ${host}/sites/Nowhere: There is no site ${host}/sites/Nowhere.`,
      `Made the list ${name}, with 8 columns.`,
    ]);
  });

  it('is refused to the app that only writes items', async () => {
    const { wrong, sentences } = await provision(tenant.client, {
      host,
      lists: [visitsPlan],
      pause: async () => undefined,
    });
    expect(wrong).toBe(true);
    expect(sentences).toEqual([
      `WRONG: the list ${name}: Graph refused with 403 accessDenied: Access denied`,
    ]);
  });

  it.each([
    ['POST /v1.0', 'commit-then-504'],
    ['/columns', 'commit-then-504'],
    ['/columns', '429'],
    ['/lists', 'reset'],
  ] as const)('waits and goes on when %s meets %s', async (fits, kind) => {
    tenant.failNext({ kind, retryAfter: 7 }, fits);
    const waits: number[] = [];
    const { wrong } = await provision(tenant.clientOf('provisioner'), {
      host,
      lists: [visitsPlan],
      pause: async (seconds) => void waits.push(seconds),
    });
    expect(wrong).toBe(false);
    expect(waits).toEqual([kind === '429' ? 7 : 2]);
  });

  it('gives up at last when SharePoint stays closed', async () => {
    const { wrong, sentences } = await provision(
      tenant.clientOf('provisioner', { address: 'http://127.0.0.1:1' }),
      { host, lists: [visitsPlan], pause: async () => undefined },
    );
    expect(wrong).toBe(true);
    expect(sentences).toEqual([`WRONG: the list ${name}: SharePoint does not answer.`]);
  });
});
