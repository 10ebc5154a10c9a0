/** The school's policy, for everything outside: what may be seen of it, and what may be done. */
import { may, notForYou } from '../people/access.ts';
import { memberOf } from '../people/staff.ts';
import { copyForParents } from '../policy/copy.ts';
import {
  checkProposal,
  proposeVersion,
  signVersion,
  type VersionGiven,
  withdrawVersion,
} from '../policy/decide-version.ts';
import { type DifferenceInWords, differencesInWords } from '../policy/in-words.ts';
import { refusal } from '../policy/refusal.ts';
import { differencesOf } from '../policy/settings.ts';
import type { PolicyVersion } from '../policy/version.ts';
import { type Monitoring, monitoringOf } from '../visits/monitoring.ts';
import type { CommandId, Decision, PersonId, Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { DiaryClash } from './diary.ts';
import { keptVersions, type OpenVersion, putVersion } from './policy-kept.ts';
import { policyNotice, seePolicy } from './policy-page.ts';
import { confirmPolicyRead, type PolicyAnswer } from './policy-reading.ts';
import type { PolicyNotice, SeenPolicy } from './policy-seen.ts';
import type { VisitView, World } from './ports.ts';

export const policyVerbs = [
  'propose-policy',
  'sign-policy',
  'withdraw-policy',
  'confirm-policy-read',
] as const;
export type PolicyVerb = (typeof policyVerbs)[number];

export type PolicyPress = {
  readonly verb: PolicyVerb;
  /** `version`, and to propose one `from` (a day) and `settings` (JSON). */
  readonly inputs: Readonly<Record<string, string>>;
  readonly command: CommandId;
  readonly by: PersonId;
};

export type PolicyDraft = Pick<PolicyPress, 'inputs' | 'by'>;
export type PolicyChecked = {
  readonly refusals: readonly Refusal[];
  readonly changes: readonly DifferenceInWords[];
};

type Views = () => Promise<readonly VisitView[]>;

export type PolicyDoor = {
  /** Undefined for whoever is not staff. */
  readonly see: (by: PersonId) => Promise<SeenPolicy | undefined>;
  readonly notice: (by: PersonId) => Promise<PolicyNotice>;
  /** What would speak against a draft, and what it changes; nothing is kept. */
  readonly check: (draft: PolicyDraft) => Promise<PolicyChecked>;
  readonly press: (asked: PolicyPress) => Promise<PolicyAnswer>;
  /** How well it is working, in counts; undefined for whoever does not answer for it. */
  readonly monitoring: (by: PersonId) => Promise<Monitoring | undefined>;
  /** A page of HTML for parents. */
  readonly copy: () => Promise<string>;
};

export const policyDoor = (world: World, views: Views): PolicyDoor => ({
  see: async (by) => {
    const person = memberOf(await world.roster(), by);
    return person !== undefined && may('page-policy', person)
      ? seePolicy(world, person)
      : undefined;
  },
  notice: async (by) => {
    const person = memberOf(await world.roster(), by);
    return person === undefined ? {} : policyNotice(world, person);
  },
  check: async ({ inputs }) => {
    const given = await givenNow(world);
    const { refusals, policy } = checkProposal(proposalOf(inputs, ''), given);
    const changes = policy === undefined ? [] : differencesOf(given.policy, policy);
    return { refusals, changes: differencesInWords(changes, given.policy.language) };
  },
  press: (asked) => world.inTurn('policy', () => pressPolicy(world, asked)),
  monitoring: async (by) =>
    may('see-monitoring', memberOf(await world.roster(), by))
      ? monitoringOf(await views(), world.now())
      : undefined,
  copy: async () => copyForParents(await world.policy()),
});

const attempts = 4;

const pressPolicy = async (world: World, asked: PolicyPress): Promise<PolicyAnswer> => {
  const { verb, by, inputs } = asked;
  const person = memberOf(await world.roster(), by);
  if (!may(verb, person)) {
    await world.note({ what: 'refused', verb, by });
    return { kind: 'refused', refusals: [notForYou(await world.policy())] };
  }
  if (verb === 'confirm-policy-read')
    return confirmPolicyRead(world, { by, version: inputs['version'] ?? '' });
  for (let left = attempts; ; left -= 1) {
    const answer = await changeVersion(world, { ...asked, verb });
    if (answer !== 'clash') return answer;
    if (left === 1) throw new DiaryClash('The versions of the policy were changed meanwhile.');
  }
};

type Change = PolicyPress & { readonly verb: Exclude<PolicyVerb, 'confirm-policy-read'> };

/** The same command again answers as it did. */
const changeVersion = async (world: World, asked: Change): Promise<PolicyAnswer | 'clash'> => {
  const given = await givenNow(world);
  const name = (asked.inputs['version'] ?? '').trim();
  const kept = await keptVersions(world, given.policy.pack);
  const open = kept.find(({ version }) => version.version === name);
  const words = wordsFor(given.policy.language).policyPage;
  const note = {
    'propose-policy': words.proposed,
    'sign-policy': words.signed,
    'withdraw-policy': words.withdrawn,
  }[asked.verb](name);
  if (isDone(open, asked)) return { kind: 'done', note };
  const decided = await decideOn(world, open, asked, given);
  if (decided.kind === 'refused') return decided;
  const [version] = decided.events;
  if (version === undefined) return { kind: 'done', note };
  const put = putVersion(world, version, open?.revision ?? 'absent');
  return (await world.diary.commit(put)) === 'clash' ? 'clash' : { kind: 'done', note };
};

const isDone = (open: OpenVersion | undefined, { command, by, verb }: Change): boolean => {
  if (open === undefined) return false;
  const { version } = open;
  if (verb === 'withdraw-policy') return version.withdrawn?.by === by;
  return (
    (version.command === command && version.proposedBy === by) ||
    version.signatures.some((one) => one.command === command && one.by === by)
  );
};

const decideOn = async (
  world: World,
  open: OpenVersion | undefined,
  { verb, by, inputs, command }: Change,
  given: VersionGiven,
): Promise<Decision<PolicyVersion>> => {
  const roles = memberOf(await world.roster(), by)?.roles ?? [];
  const actor = { id: by, roles };
  switch (verb) {
    case 'propose-policy':
      return open === undefined
        ? proposeVersion(proposalOf(inputs, command), actor, given)
        : named(given);
    case 'sign-policy':
      return signVersion(open?.version, { ...actor, command }, given);
    case 'withdraw-policy':
      return withdrawVersion(open?.version, actor, given);
    default:
      return verb satisfies never;
  }
};

const named = ({ policy }: VersionGiven): Decision<PolicyVersion> => ({
  kind: 'refused',
  refusals: [refusal(policy, 'policy/version-named', { field: 'version' })],
});

const givenNow = async (world: World): Promise<VersionGiven> => {
  const [policy, first] = await Promise.all([world.policy(), world.firstPolicy()]);
  const versions = (await keptVersions(world, policy.pack)).map(({ version }) => version);
  return { now: world.now(), policy, first, versions, read: world.readPolicy };
};

/** What is no JSON at all is no group of settings, and is refused as that. */
const proposalOf = (inputs: PolicyPress['inputs'], command: string) => {
  const { version = '', from = '', settings = '' } = inputs;
  return { version, from, settings: jsonIn(settings), command };
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
