import { addColumn, changeColumn, getColumn, removeColumn } from './columns.ts';
import { allLists, columnResources, createList, getList, listResource } from './lists.ts';
import { checkExpand } from './query-options.ts';
import { type Action, done, made, pick, shown } from './request.ts';
import { siteResource } from './sites.ts';

export const showSite: Action = ({ site }) => shown(siteResource(site));

export const showLists: Action = (request) =>
  shown({
    value: allLists(request.db, request.site).map((list) =>
      pick(request, listResource(request.site, list)),
    ),
  });

export const makeList: Action = ({ db, site, caller, now, body }) =>
  made(listResource(site, createList(db, site, { given: body(), caller, now })));

export const showList: Action = (request) => {
  const { db, site, name, options } = request;
  checkExpand(options, ['columns']);
  const list = getList(db, site, name('list'));
  const columns =
    options.expand.length > 0 ? { columns: columnResources(db, list, undefined) } : {};
  return shown({ ...pick(request, listResource(site, list)), ...columns });
};

export const showColumns: Action = ({ db, site, name, options }) =>
  shown({ value: columnResources(db, getList(db, site, name('list')), options.select) });

export const makeColumn: Action = ({ db, site, name, body }) =>
  made(addColumn(db, getList(db, site, name('list')).id, body()));

export const showColumn: Action = ({ db, site, name }) =>
  shown(getColumn(db, getList(db, site, name('list')).id, name('column')));

export const reshapeColumn: Action = ({ db, site, name, body }) => {
  const change = { reference: name('column'), given: body() };
  return shown(changeColumn(db, getList(db, site, name('list')).id, change));
};

export const dropColumn: Action = ({ db, site, name }) => {
  removeColumn(db, getList(db, site, name('list')).id, name('column'));
  return done;
};
