/** A new address that resembles a known one is asked about, so that what is known of a home is not lost to a slip of the pen. */
import { sameAs } from '../homes/same-as.ts';
import { clauseOf, type Policy } from '../policy/policy.ts';
import type { Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { knownHomes } from './families.ts';
import type { World } from './ports.ts';

type Asked = { readonly verb: string; readonly inputs: Readonly<Record<string, string>> };

const rule = 'homes/same-as';

/** Empty once the person has written it the known way, or has said that it is another home. */
export const reasonsToDoubtHome = async (
  world: World,
  { verb, inputs }: Asked,
  policy: Policy,
): Promise<readonly Refusal[]> => {
  const address = inputs['address'] ?? '';
  if ((verb !== 'submit' && verb !== 'edit') || address.trim() === '') return [];
  if (inputs['anotherHome'] === 'yes') return [];
  const known = sameAs(address, await knownHomes(world));
  if (known === undefined) return [];
  const { because, next } = wordsFor(policy.language).journeys.sameAs;
  return [
    {
      rule,
      clause: clauseOf(policy, rule),
      because: because(known.address),
      next,
      field: 'address',
    },
  ];
};
