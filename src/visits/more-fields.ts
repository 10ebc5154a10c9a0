/** Fields of the form that stand there only once a rule asks for them, or something is in them. */
export const moreFields = [
  'aloneReason',
  'visitorRoles',
  'eveningReason',
  'backup',
  'driver',
  'contactAttempts',
  'refusedLeave',
] as const;

/** Those that are asked for now. */
export const askedForNow = (
  refusals: readonly { readonly field?: string }[],
  values: Readonly<Record<string, string>>,
): readonly (typeof moreFields)[number][] =>
  moreFields.filter(
    (name) => (values[name] ?? '') !== '' || refusals.some(({ field }) => field === name),
  );
