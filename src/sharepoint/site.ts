import { z } from 'zod';
import type { GraphClient } from './graph.ts';
import { isGone, parseAnswer } from './graph-answer.ts';

const withId = z.object({ id: z.string().min(1) });

/** `/sites/{id}`, from `school.sharepoint.com/sites/HomeVisits`. */
export const findSite = async (client: GraphClient, site: string): Promise<string> => {
  const [host = '', ...path] = site.split('/');
  const encoded = path.map(encodeURIComponent).join('/');
  const { id } = await find(client, { path: `/sites/${host}:/${encoded}`, what: `site ${site}` });
  return `/sites/${id}`;
};

/** `/sites/{id}/lists/{id}`: ids stay when somebody gives the list another name. */
export const findList = async (
  client: GraphClient,
  named: { readonly site: string; readonly list: string },
): Promise<string> => {
  const site = await findSite(client, named.site);
  const path = `${site}/lists/${encodeURIComponent(named.list)}`;
  const what = `list ${named.list} in the site ${named.site}`;
  return `${site}/lists/${(await find(client, { path, what })).id}`;
};

/** Not to be taken for an item that is gone: with no list, nothing can be said of its items. */
const find = async (
  client: GraphClient,
  { path, what }: { readonly path: string; readonly what: string },
) => {
  try {
    return parseAnswer(withId, await client({ method: 'GET', path, cause: 'background' }));
  } catch (error) {
    throw isGone(error) ? new Error(`There is no ${what}.`) : error;
  }
};

export type Remembered<Value> = {
  readonly get: () => Promise<Value>;
  readonly forget: () => void;
};

/** Asked once however many want it; a failure is not remembered. */
export const remember = <Value>(ask: () => Promise<Value>): Remembered<Value> => {
  let asked: Promise<Value> | undefined;
  const forget = () => {
    asked = undefined;
  };
  return {
    get: () => {
      asked ??= ask().catch((error: unknown) => {
        forget();
        throw error;
      });
      return asked;
    },
    forget,
  };
};
