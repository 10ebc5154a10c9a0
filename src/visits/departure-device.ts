/** The alarm device of a school whose policy wants one carried: one of those who leave has it, by the register, and it works. */
import { noRegisters } from '../people/registers.ts';
import { nameOf, namesOf } from '../people/staff.ts';
import { refusal } from '../policy/refusal.ts';
import type { PersonId, Refusal } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import { outOn } from './people-out.ts';
import type { KnownVisit } from './visit.ts';

/** A device that went back to the office, or is with somebody else, is with none of them, whatever was answered before. */
export const reasonsNoDevice = (
  who: readonly PersonId[],
  visit: KnownVisit,
  { policy, roster, registers = noRegisters }: Circumstances,
): readonly Refusal[] => {
  if (policy.device.manDown === 'off') return [];
  const goers = [...new Set([...who, ...outOn(visit)])];
  const devices = registers.devices.filter(({ kind }) => kind === 'man-down');
  const theirs = devices.filter(({ holder }) => holder !== undefined && goers.includes(holder));
  if (theirs.some(({ working }) => working)) return [];
  if (theirs.length > 0)
    return [
      refusal(policy, 'departure/device-working', {
        device: theirs.map(({ name }) => name).join(', '),
      }),
    ];
  const others = devices.flatMap(({ name, holder }) =>
    holder === undefined ? [] : [`${name}: ${nameOf(roster, holder)}`],
  );
  return [
    others.length === 0
      ? refusal(policy, 'departure/device-assigned', { who: namesOf(roster, goers) })
      : refusal(policy, 'departure/device-elsewhere', {
          who: namesOf(roster, goers),
          others: others.join('; '),
        }),
  ];
};
