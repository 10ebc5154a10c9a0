/** Who has read the policy as it stands; and once a new version comes into force, everybody who goes on visits is asked to. */
import { may } from '../people/access.ts';
import type { Roster } from '../people/staff.ts';
import { differencesInWords } from '../policy/in-words.ts';
import { refusal } from '../policy/refusal.ts';
import { differencesOf } from '../policy/settings.ts';
import type { PersonId, Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { putReading, versionsPart } from './policy-kept.ts';
import type { World } from './ports.ts';
import { putOutgoing } from './tell.ts';

export type PolicyAnswer =
  | { readonly kind: 'done'; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** `version` is the one that was shown; said twice it counts once. */
export const confirmPolicyRead = async (
  world: World,
  { by, version }: { readonly by: PersonId; readonly version: string },
): Promise<PolicyAnswer> => {
  const policy = await world.policy();
  if (version !== policy.version)
    return { kind: 'refused', refusals: [refusal(policy, 'policy/read-current')] };
  const reading = { pack: policy.pack, version, person: by, at: world.now() };
  // A clash is this person's own word, given before.
  await world.diary.commit(putReading(world, reading, { known: false }));
  return { kind: 'done', note: wordsFor(policy.language).policyPage.readNoted(policy.title) };
};

/** Everybody who may be one of those who go. */
export const visitingStaff = (roster: Roster): Roster =>
  roster.filter(
    (member) => may('submit', member) && member.roles.some((role) => visiting.has(role)),
  );

const visiting: ReadonlySet<string> = new Set([
  'visiting-staff',
  'attendance-officer',
  'attendance-lead',
  'learning-mentor',
]);

/** A version that has come into force since it was last looked is put to everybody who goes and has not read it, once. */
export const askReaders = async (world: World): Promise<void> => {
  const policy = await world.policy();
  const { school, diary } = world;
  const mark = {
    school,
    partition: versionsPart,
    kind: 'kept',
    id: `asked ${policy.pack}`,
  } as const;
  const record = await diary.read(mark);
  if (record?.value === policy.version) return;
  const before = typeof record?.value === 'string' ? await world.policyOf(record.value) : policy;
  const readers = await world.policyReaders();
  const people = visitingStaff(await world.roster()).filter(({ id }) => !readers.includes(id));
  const message = {
    kind: 'policy',
    version: policy.version,
    title: policy.title,
    changes: differencesInWords(differencesOf(before, policy), policy.language).map(
      ({ label, from, to }) => wordsFor(policy.language).policyPage.change(label, from, to),
    ),
  } as const;
  // The version the school began with is asked about in the tab; nobody's chat begins with it.
  const asked = record === undefined ? [] : people;
  await diary.commit([
    { put: mark, value: policy.version, expects: record?.version ?? 'absent' },
    ...asked.map(({ id: person }) =>
      putOutgoing(world, versionsPart, `${policy.version}.${person}`, {
        recipient: { person },
        message: { ...message, to: { people: [person] } },
        tries: 0,
      }),
    ),
  ]);
};
