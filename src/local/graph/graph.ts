import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Database, openDatabase } from './database.ts';
import { createHandler, type GraphGiven } from './handle.ts';
import { createStore, type GraphStore } from './store.ts';

export type Graph = {
  /** Answers everything under `/v1.0/`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly store: GraphStore;
};

/** A small Microsoft Graph: sites, lists, items, versions and changes on SQLite, as strict as the real one. */
export const createGraph = (given: GraphGiven): Graph => {
  const db: Database = openDatabase(given.database);
  const store = createStore(db, given.now);
  return { store, handle: createHandler(db, given) };
};
