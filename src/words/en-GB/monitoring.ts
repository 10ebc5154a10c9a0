/** How well the policy is working: words beside counts. */
export const monitoringWords = {
  title: 'How well the policy is working',
  period: (from: string, until: string): string => `Visits from ${from} to ${until}.`,
  none: 'No visit has been asked for in these weeks.',
  chart: 'Visits by week, and what was done against the policy',
  week: (week: string, visits: number, breaches: number): string =>
    `Week ${Number(week.slice(6))}: ${visits === 1 ? '1 visit' : `${visits} visits`}${breaches === 0 ? '' : `, ${breaches} against the policy`}`,
  weekShort: (week: string): string => String(Number(week.slice(6))),
  decisions: 'Decisions',
  asked: 'Asked for',
  approved: 'Approved',
  declined: 'Declined',
  ranOut: 'Not decided in time',
  onTwoNames: 'On two names, in an emergency',
  toReview: 'Still to be looked over by the headteacher',
  changedByHand: 'Changed by hand in the list',
  outcomes: 'How visits ended',
  noOutcomes: 'None has ended in these weeks.',
  breaches: 'Done though the policy did not allow it',
  noBreaches: 'Nothing was.',
  alarms: 'Alarms, and how long until somebody spoke to them',
  noAlarms: 'There were none.',
  minutes: (count: number, minutes: number | undefined): string =>
    minutes === undefined
      ? `${count}, and nobody has put a voice on record`
      : `${count}, half within ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
  next: 'If a clause stands here often, ask those it concerns whether the policy or the practice should change.',
};
