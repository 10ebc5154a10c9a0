/** What would speak against a form if it were sent now. Decides as a submit does and keeps nothing: no number, no message, no record. */

import { isFirstVisit } from '../homes/first-visit.ts';
import { may, notForYou, relationsTo } from '../people/access.ts';
import { memberOf, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { reasonsBarred } from '../visits/allowed.ts';
import { subjectOf } from '../visits/asking.ts';
import type { VisitCommand } from '../visits/command.ts';
import { decide } from '../visits/decide.ts';
import { formSoFar } from '../visits/form.ts';
import { policySays } from '../visits/policy-says.ts';
import { readCommand } from '../visits/read-command.ts';
import type { Visit } from '../visits/visit.ts';
import { commandId, type PersonId, type Refusal, type VisitId, visitId } from '../vocabulary.ts';
import { factsFor } from './carry-out.ts';
import { knownHomes } from './families.ts';
import { openPage, type Page, visitOn } from './page.ts';
import { policyFor } from './policy-versions.ts';
import type { World } from './ports.ts';
import { visitCalled } from './reference.ts';
import { reasonsToDoubtHome } from './same-home.ts';
import { aboutAsking } from './standing.ts';

export type FormAsked = {
  /** Its id or reference, where it is there already and would be changed. */
  readonly visit: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly by: PersonId;
};

export type FormChecked = {
  readonly refusals: readonly Refusal[];
  /** What the policy says of it as it stands: who decides, by name, and how many go. */
  readonly says: readonly string[];
};

type Given = { readonly policy: Policy; readonly roster: Roster };
type Opened = { readonly id: VisitId; readonly page: Page; readonly visit: Visit };

export const checkForm = async (world: World, asked: FormAsked): Promise<FormChecked> => {
  const roster = await world.roster();
  const verb = asked.visit === undefined ? 'submit' : 'edit';
  const open = await openFor(world, asked, roster);
  const policy = await policyOf(world, open);
  const given = { policy, roster };
  const barred =
    open === undefined
      ? [notForYou(policy)]
      : reasonsBarred({ verb, by: asked.by }, open.visit, given);
  if (open === undefined || barred.length > 0) return { refusals: barred, says: [] };
  const read = readCommand(verb, asked.inputs, {
    id: commandId('check'),
    by: asked.by,
    via: 'tab',
    now: world.now(),
    ...given,
    visit: open.visit,
    about: await aboutAsking(world, asked.inputs['address'] ?? ''),
    seal: (text) => text,
  });
  const doubts = await reasonsToDoubtHome(world, { verb, inputs: asked.inputs }, policy);
  const reasons = read.kind === 'read' ? await against(world, read.command, open) : read.refusals;
  return { refusals: [...reasons, ...doubts], says: await says(world, asked, open.visit, given) };
};

/** A visit that is there is drawn and decided by the version it was asked under; everything else by the one in force. */
export const formPolicy = async (
  world: World,
  asked: Pick<FormAsked, 'visit' | 'by'>,
): Promise<Policy> =>
  asked.visit === undefined
    ? world.policy()
    : policyOf(world, await openFor(world, asked, await world.roster()));

const policyOf = (world: World, open: Opened | undefined): Promise<Policy> =>
  open === undefined ? world.policy() : policyFor(world, open.visit);

/** Nothing of a visit they may not know of: alike where it is not there. */
const openFor = async (
  world: World,
  { visit: name, by }: Pick<FormAsked, 'visit' | 'by'>,
  roster: Roster,
): Promise<Opened | undefined> => {
  const id =
    name === undefined
      ? visitId(`${world.school}-check-${world.newId()}`)
      : await visitCalled(world, name);
  const { page } = await openPage(world, id);
  const visit = visitOn(page);
  if (name === undefined) return { id, page, visit };
  if (visit.status === 'unsubmitted') return undefined;
  const person = memberOf(roster, by);
  const policy = await policyFor(world, visit);
  const theirs =
    person !== undefined && may('see-visit', person, relationsTo(subjectOf(visit), person, policy));
  return theirs ? { id, page, visit } : undefined;
};

const against = async (
  world: World,
  command: VisitCommand,
  { id, page, visit }: Opened,
): Promise<readonly Refusal[]> => {
  const facts = await factsFor(world, page, id, command);
  const decision = decide(command, visit, { ...facts, reference: '' });
  return decision.kind === 'refused' ? decision.refusals : [];
};

const says = async (
  world: World,
  { inputs, by }: FormAsked,
  visit: Visit,
  given: Given,
): Promise<readonly string[]> => {
  const { proposal } = formSoFar(inputs, { ...given, now: world.now() });
  const { address, pupil } = proposal;
  const known = address.trim() !== '' && may('search-families', memberOf(given.roster, by));
  return policySays(
    {
      proposal,
      requestedBy: visit.status === 'unsubmitted' ? by : visit.requestedBy,
      firstVisit: known && isFirstVisit(address, pupil, await knownHomes(world)),
    },
    given,
  );
};
