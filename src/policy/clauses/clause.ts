/** What is known of one clause of a school's policy. */
export type Clause = {
  readonly id: string;
  /** The number or the place, as people cite it. */
  readonly clause: string;
  /** What it asks, in our words. */
  readonly says: string;
  readonly kind: ClauseKind;
  readonly moment: Moment;
  readonly met: Met;
};

export type ClauseKind =
  | 'gate'
  | 'prompt'
  | 'timer'
  | 'record'
  | 'notification'
  | 'access'
  | 'report'
  | 'config';

/** When a clause matters in the life of a visit. */
export type Moment =
  | 'before'
  | 'leaving'
  | 'door'
  | 'inside'
  | 'help'
  | 'concern'
  | 'after'
  | 'always'
  | 'infection module';

/** What in the product meets the clause, or that nothing does yet. Where it takes several, all are named. */
export type Met = 'planned' | Means | readonly Means[];

/** `name` is a rule's id; for all else a file and a name in it, as `src/visits/react.ts#messagesFor`. */
export type Means = {
  readonly by: 'rule' | 'prompt' | 'timer' | 'record' | 'notice' | 'access' | 'report' | 'setting';
  readonly name: string;
};

export const meansOf = ({ met }: Clause): readonly Means[] => {
  if (met === 'planned') return [];
  return 'by' in met ? [met] : met;
};
