/** Makes the lists and columns that are missing, then reads all of it back: Graph is known to say "made" and leave things out. */
import { BookClosed } from '../register/book.ts';
import type { GraphClient } from './graph.ts';
import type { ListPlan } from './list-plan.ts';
import { type Finding, provisionList } from './provision-list.ts';
import { findSite } from './site.ts';

export type ProvisionReport = {
  /** What was made, what was there and what is wrong, in plain sentences. */
  readonly sentences: readonly string[];
  readonly wrong: boolean;
};

export type ProvisionOptions = {
  /** `school.sharepoint.com` */
  readonly host: string;
  readonly lists: readonly ListPlan[];
  readonly pause: (seconds: number) => Promise<void>;
};

/** Safe to run again: what is there is left as it is, but for settings that differ. */
export const provision = async (
  client: GraphClient,
  { host, lists, pause }: ProvisionOptions,
): Promise<ProvisionReport> => {
  const patiently = patient(client, pause, tries);
  const findings: Finding[] = [];
  for (const plan of lists) {
    const address = `${host}/sites/${plan.site}`;
    const name = `${plan.list} in ${address}`;
    const found = await findSite(patiently, address)
      .then((site) => provisionList({ client: patiently, plan, name }, site))
      .catch(asFinding(name));
    findings.push(...found);
  }
  return {
    sentences: findings.map(({ sentence }) => sentence),
    wrong: findings.some(({ wrong }) => wrong),
  };
};

/** What stops one list does not stop the next. */
const asFinding =
  (name: string) =>
  (error: unknown): readonly Finding[] => {
    if (!(error instanceof Error)) throw error;
    return [{ sentence: `WRONG: the list ${name}: ${error.message}`, wrong: true }];
  };

const tries = 6;

/** Nobody waits on a screen for this: when SharePoint is busy, we wait as long as it asks. */
const patient =
  (client: GraphClient, pause: ProvisionOptions['pause'], left: number): GraphClient =>
  (call) =>
    client(call).catch(async (error: unknown) => {
      if (!(error instanceof BookClosed) || left <= 1) throw error;
      await pause(error.retryAfterSeconds ?? 2);
      return patient(client, pause, left - 1)(call);
    });
