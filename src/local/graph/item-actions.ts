import { deletedResource, readChanges } from './delta.ts';
import { eTagOf, fieldsResource, itemResource } from './item-resource.ts';
import { createItem, deleteItem, getItem, updateItem } from './items.ts';
import { pageSize, queryItems } from './query-items.ts';
import { badRequest } from './refusal.ts';
import { type Action, done, handOf, made, pick, shelfOf, shown, shownFields } from './request.ts';
import { itemAtVersion, restoreVersion, versionResource, versionResources } from './versions.ts';

export const showItems: Action = (request) => {
  const { options } = request;
  const shelf = shelfOf(request);
  const fields = shownFields(request, false);
  const page = queryItems(shelf, options);
  if (options.filter !== undefined && request.filtersAnswerNothing) return shown({ value: [] });
  const next =
    page.next === undefined ? {} : { '@odata.nextLink': request.link({ $skiptoken: page.next }) };
  return shown({
    ...next,
    value: page.items.map((item) => pick(request, itemResource(shelf, item, fields))),
  });
};

export const makeItem: Action = (request) => {
  const shelf = shelfOf(request);
  const item = createItem(shelf, fieldsIn(request.body()), handOf(request));
  return made(itemResource(shelf, item, { fields: true, select: undefined }));
};

const fieldsIn = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('Unable to read JSON request payload.');
  return 'fields' in body ? body.fields : {};
};

export const showItem: Action = (request) => {
  const shelf = shelfOf(request);
  const item = getItem(shelf, request.name('item'));
  const resource = itemResource(shelf, item, shownFields(request, true));
  return { ...shown(pick(request, resource)), headers: { etag: eTagOf(item) } };
};

export const dropItem: Action = (request) => {
  const { name, ifMatch } = request;
  deleteItem(shelfOf(request), { id: name('item'), ifMatch });
  return done;
};

export const showFields: Action = (request) => {
  const shelf = shelfOf(request);
  const item = getItem(shelf, request.name('item'));
  return shown(fieldsResource(shelf, item, request.options.select));
};

export const changeFields: Action = (request) => {
  const { name, ifMatch, body } = request;
  const shelf = shelfOf(request);
  const change = { id: name('item'), ifMatch, given: body };
  const item = updateItem(shelf, change, handOf(request));
  return { ...shown(fieldsResource(shelf, item, undefined)), headers: { etag: eTagOf(item) } };
};

export const showVersions: Action = (request) => {
  const fields = shownFields(request, false);
  const { name } = request;
  return shown({ value: versionResources(shelfOf(request), name('item'), fields) });
};

export const showVersion: Action = (request) => {
  const { name } = request;
  const shelf = shelfOf(request);
  const item = itemAtVersion(shelf, { item: name('item'), version: name('version') });
  return shown(versionResource(shelf, item, shownFields(request, true)));
};

export const restore: Action = (request) => {
  const { name, ifMatch } = request;
  const which = { item: name('item'), version: name('version'), ifMatch };
  restoreVersion(shelfOf(request), which, handOf(request));
  return done;
};

export const showChanges: Action = (request) => {
  const { options, link } = request;
  const shelf = shelfOf(request);
  const fields = shownFields(request, false);
  const changes = readChanges(shelf, {
    token: options.token,
    size: pageSize(options.top),
    startAgainAt: link({ token: undefined }),
  });
  const onward = link({ token: changes.token });
  return shown({
    ...(changes.more ? { '@odata.nextLink': onward } : { '@odata.deltaLink': onward }),
    value: changes.items.map((item) =>
      item.deleted === 1
        ? deletedResource(shelf, item)
        : pick(request, itemResource(shelf, item, fields)),
    ),
  });
};
