import { sharePointBook } from '../../src/sharepoint/book.ts';
import type { ListPlan } from '../../src/sharepoint/list-plan.ts';
import { readRoster } from '../../src/sharepoint/staff.ts';
import { host, smallTenant } from './small-tenant.ts';

const staff: ListPlan = {
  site: 'HomeVisitsRegisters',
  list: 'Staff',
  description: 'Who works here.',
  columns: ['Title', 'PersonId', 'Roles', 'Mobile'].map((name) => ({
    name,
    type: 'text',
    description: name,
    unique: name === 'PersonId',
  })),
};

describe('the staff list', () => {
  it('is read as the roster, and what cannot be used is reported', async () => {
    const tenant = await smallTenant();
    await tenant.make([staff]);
    const book = sharePointBook(tenant.client, {
      site: `${host}/sites/HomeVisitsRegisters`,
      list: 'Staff',
      key: 'PersonId',
      columns: staff.columns,
    });
    const add = (id: string, columns: Record<string, string>) =>
      book.create(id, columns, 'background');
    await add('okafor', { Title: 'Mrs Okafor', Roles: 'headteacher', Mobile: '07700 900101' });
    await add('sam', { Title: 'Sam Pike', Roles: 'visiting-staff; attendance-officer , ' });
    await add('lee', { Title: 'Lee', Roles: 'caretaker,office' });
    await add('', { Title: 'Nobody', Roles: 'headteacher' });
    const problems: string[] = [];
    expect(await readRoster(book, (problem) => problems.push(problem))).toEqual([
      { id: 'okafor', name: 'Mrs Okafor', roles: ['headteacher'], mobile: '07700 900101' },
      { id: 'sam', name: 'Sam Pike', roles: ['visiting-staff', 'attendance-officer'], mobile: '' },
      { id: 'lee', name: 'Lee', roles: ['office'], mobile: '' },
    ]);
    expect(problems).toEqual([
      'Staff list, item 3: a role is not known, and gives no right.',
      'Staff list, item 4: PersonId is empty, so that nobody is named.',
    ]);
    await tenant.close();
  });
});
