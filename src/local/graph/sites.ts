import { createHash, randomUUID } from 'node:crypto';
import { people, tenant, userPrincipalName } from '../tenant.ts';
import type { Members } from './caller.ts';
import { newColumn } from './column-definition.ts';
import { saveColumn } from './columns.ts';
import type { Database } from './database.ts';
import { toSeconds } from './date-value.ts';
import { notFound } from './refusal.ts';
import { titleColumn } from './system-columns.ts';
import { lookupIdOf } from './user-list.ts';

export type NewSite = { readonly name: string; readonly title: string } & Members;
export type Site = NewSite & { readonly id: string; readonly created: string };

type SiteRow = Readonly<
  Record<'id' | 'name' | 'title' | 'writers' | 'readers' | 'created', string>
>;

/** The school's four sites, and who opens each: Graph separates people by site and by nothing finer. */
export const fixedSites: readonly NewSite[] = [
  {
    name: 'HomeVisits',
    title: 'Home Visits',
    writers: ['office', 'headteacher', 'deputy-head', 'senior-manager', 'senior-manager-on-duty'],
    readers: [],
  },
  {
    name: 'HomeVisitsRegisters',
    title: 'Home Visits Registers',
    writers: ['business-manager', 'headteacher'],
    readers: ['office'],
  },
  {
    name: 'Safeguarding',
    title: 'Safeguarding',
    writers: ['safeguarding-lead', 'deputy-safeguarding-lead', 'headteacher'],
    readers: [],
  },
  { name: 'Governance', title: 'Governance', writers: ['chair-of-governors'], readers: [] },
];

export const createSite = (db: Database, site: NewSite, now: Date): Site => {
  const id = `${tenant.sharePointHost},${guidFor(`site ${site.name}`)},${guidFor(`web ${site.name}`)}`;
  const created = toSeconds(now);
  db.whole(() => {
    db.run(
      'insert into graph_sites (id, name, title, writers, readers, created) values (?, ?, ?, ?, ?, ?)',
      id,
      site.name,
      site.title,
      site.writers.join(' '),
      site.readers.join(' '),
      created,
    );
    createUserList(db, id, created);
  });
  return { ...site, id, created };
};

/** The same site has the same id in every tenant made here, so that a configuration can name it. */
const guidFor = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

const createUserList = (db: Database, site: string, now: string): void => {
  const list = randomUUID();
  const system = JSON.stringify({ user: { displayName: 'System Account' } });
  db.run(
    `insert into graph_lists (id, site, name, title, description, template, system, created, created_by, modified)
     values (?, ?, 'users', 'User Information List', 'All people.', 'userInformation', 1, ?, ?, ?)`,
    list,
    site,
    now,
    system,
    now,
  );
  const columns = ['Name', 'EMail', 'UserName'].map((name) => newColumn({ name, text: {} }));
  for (const column of [titleColumn, ...columns]) saveColumn(db, list, column);
  for (const person of people) {
    const upn = userPrincipalName(person);
    const fields = {
      Title: person.name,
      Name: `i:0#.f|membership|${upn}`,
      EMail: upn,
      UserName: upn,
    };
    db.run(
      `insert into graph_items (list, id, guid, version, fields, created, created_by, modified, modified_by, change)
       values (?, ?, ?, 1, ?, ?, ?, ?, ?, 0)`,
      list,
      Number(lookupIdOf(person.id)),
      randomUUID(),
      JSON.stringify(fields),
      now,
      system,
      now,
      system,
    );
  }
};

export const findSite = (
  db: Database,
  by: { readonly id: string } | { readonly path: string },
): Site => {
  const row =
    'id' in by
      ? db.one<SiteRow>('select * from graph_sites where id = ?', by.id)
      : db.one<SiteRow>(
          "select * from graph_sites where '/sites/' || name = ? collate nocase",
          by.path,
        );
  if (row === undefined) throw notFound('Requested site could not be found');
  return siteOf(row);
};

const siteOf = (row: SiteRow): Site => ({
  ...row,
  writers: row.writers.split(' '),
  readers: row.readers.split(' '),
});

export const webUrlOf = (site: Site): string =>
  `https://${tenant.sharePointHost}/sites/${site.name}`;

export const siteResource = (site: Site) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#sites/$entity',
  id: site.id,
  name: site.name,
  displayName: site.title,
  webUrl: webUrlOf(site),
  createdDateTime: site.created,
  lastModifiedDateTime: site.created,
  siteCollection: { hostname: tenant.sharePointHost },
  root: {},
});
