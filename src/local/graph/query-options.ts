import { badRequest, invalidRequest } from './refusal.ts';

/** What a request asks for after its `?`, of the little SharePoint understands. */
export type QueryOptions = {
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
  readonly filter: string | undefined;
  readonly top: number | undefined;
  readonly token: string | undefined;
  readonly skipToken: string | undefined;
};

type Expansion = {
  readonly name: string;
  readonly select: readonly string[] | undefined;
};

const understood = ['$select', '$expand', '$filter', '$top', '$skiptoken', 'token'];
const refused = ['$skip', '$count', '$orderby', '$search', '$apply'];

export const parseQuery = (search: URLSearchParams): QueryOptions => {
  // Graph takes the old spelling without a dollar sign as well.
  const given = new Map([...search].map(([name, value]) => [dollared(name), value]));
  for (const name of given.keys()) checkOption(name);
  return {
    select: namesIn(given.get('$select')),
    expand: expansionsIn(given.get('$expand') ?? ''),
    filter: given.get('$filter'),
    top: topOf(given.get('$top')),
    token: given.get('token'),
    skipToken: given.get('$skiptoken'),
  };
};

const dollared = (name: string): string =>
  [...understood, ...refused].includes(`$${name}`.toLowerCase())
    ? `$${name}`.toLowerCase()
    : name.toLowerCase();

const checkOption = (name: string): void => {
  if (refused.includes(name)) throw invalidRequest(`The query option '${name}' is not supported.`);
  if (name.startsWith('$') && !understood.includes(name))
    throw badRequest(`The query option '${name}' is not recognized.`);
};

const namesIn = (list: string | undefined): readonly string[] | undefined =>
  list === undefined ? undefined : list.split(',').map((name) => name.trim());

const topOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text))
    throw badRequest("The value of '$top' must be a positive whole number.");
  return Number(text);
};

const expansionsIn = (text: string): readonly Expansion[] => {
  const left = text.trim();
  if (left === '') return [];
  const match = /^(\w+)(?:\(\s*\$?select=([^()]*)\))?\s*(?:,(.*))?$/i.exec(left);
  if (match === null) throw badRequest(`The query option '$expand=${text}' is not understood.`);
  const [, name = '', select, more = ''] = match;
  return [{ name, select: namesIn(select) }, ...expansionsIn(more)];
};

/** Only these may be expanded here; the rest is refused rather than left out in silence. */
export const checkExpand = (options: QueryOptions, allowed: readonly string[]): void => {
  const other = options.expand.find(({ name }) => !allowed.includes(name));
  if (other !== undefined)
    throw badRequest(`Could not find a property named '${other.name}' to expand.`);
};
