/** A book is one SharePoint list as the school's own words need it: items under a unique key, guarded by a revision. */

/** What one item's columns say. Dates are UTC ISO 8601; an empty string clears a column. */
export type Columns = Readonly<Record<string, string | number | boolean>>;

/** Who or what caused a call: a person waiting for the answer, or the product itself. It is counted apart. */
export type Cause = 'click' | 'background';

/** Where an item stands and which revision of it was last seen. */
export type Place = { readonly item: string; readonly revision: string };

export type Item = {
  readonly place: Place;
  readonly columns: Columns;
  /** Who last changed it, as the list says: a person's name, or the app's. */
  readonly changedBy: string;
  readonly changedByApp: boolean;
};

export type Changes = {
  readonly items: readonly Item[];
  readonly deleted: readonly string[];
  /** Where to go on from next time. */
  readonly token: string;
};

/** `key` is the value of the book's unique column. */
export type Book = {
  /** Throws AlreadyWritten where the key is there. Repeatable: after a lost answer, look with `find`. */
  readonly create: (key: string, columns: Columns, cause: Cause) => Promise<Place>;
  /** Throws BookClash where somebody has written since. */
  readonly update: (place: Place, columns: Columns, cause: Cause) => Promise<Place>;
  /** `withinSeconds`: later than that it is as good as closed. */
  readonly read: (item: string, cause: Cause, withinSeconds?: number) => Promise<Item | undefined>;
  /** A list query: never on the path of a click. */
  readonly find: (key: string, cause: Cause) => Promise<Item | undefined>;
  /** Items whose indexed column has this value. A list query. */
  readonly where: (column: string, value: string) => Promise<readonly Item[]>;
  /** What has changed since `token`; from nothing, everything. */
  readonly changes: (token: string | undefined) => Promise<Changes>;
};

/** Somebody wrote since the item was read. */
export class BookClash extends Error {
  override readonly name = 'BookClash';
}

/** An item with this key is there already. */
export class AlreadyWritten extends Error {
  override readonly name = 'AlreadyWritten';
}

/** SharePoint does not answer, or says it is busy; worth trying again. `retryAfterSeconds` where it said when. */
export class BookClosed extends Error {
  override readonly name = 'BookClosed';
  readonly retryAfterSeconds: number | undefined;
  constructor(message: string, retryAfterSeconds?: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
