import type { Answers } from '../risk-assessment/assessment.ts';
import type { Proposal } from './proposal.ts';

/** What an approval binds to, as a keyed hash: pupil, address, people, times and risk. Any change to these is another content. */
export const contentOf = (
  proposal: Proposal,
  { answers, actions, level, flags, hazards }: Answers,
  hash: (text: string) => string,
): string =>
  hash(
    JSON.stringify([
      proposal.pupil.trim(),
      proposal.address.trim(),
      [...proposal.visitors].sort(),
      proposal.start,
      proposal.dueBack,
      level,
      sorted(answers),
      sorted(actions),
      ...more({ proposal, flags, hazards }),
    ]),
  );

/** What only some visits have joins where it is there, so that all others stay what they were. */
const more = ({
  proposal,
  flags = [],
  hazards = {},
}: {
  readonly proposal: Proposal;
  readonly flags: Answers['flags'] | undefined;
  readonly hazards: Answers['hazards'] | undefined;
}): readonly unknown[] => {
  const { driver, backup, carriesPupil, eveningReason, companions, aloneReason } = proposal;
  const said = {
    driver,
    backup,
    carriesPupil,
    eveningReason: eveningReason?.trim(),
    companions: companions?.trim(),
    aloneReason: aloneReason?.trim(),
    class: proposal.class === 'procedural' ? undefined : proposal.class,
    ...(flags.length === 0 ? {} : { flags: [...flags].sort() }),
    ...Object.fromEntries(
      Object.entries(hazards)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([id, { level, controls }]) => [`hazard ${id}`, [level, controls.trim()]]),
    ),
  };
  return Object.values(said).some((value) => value !== undefined) ? [said] : [];
};

const sorted = (record: Readonly<Record<string, string>>) =>
  Object.entries(record)
    .map(([key, value]) => [key, value.trim()])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
