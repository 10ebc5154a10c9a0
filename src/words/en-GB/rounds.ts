/** Several visits on one outing. */
export const roundsWords = {
  wentOn: (reference: string, who: string, due: string): string =>
    `${reference}: ${who} went on to this home of their round. Back at school by ${due}.`,
  watchedAgain: (reference: string, who: string, due: string): string =>
    `${reference}: where ${who} went from here is not known, so they are watched here again. Back at school by ${due}.`,
  story: {
    joined: (who: string, name: string, due: string): string =>
      `${who} put it on the round of ${name}. Everybody is to be back by ${due}.`,
    left: (who: string): string => `${who} took it off its round.`,
    movedOn: (who: string, reference: string): string => `${who} went on to ${reference}.`,
    ended: (who: string): string => `${who} came back to school from the round.`,
    came: (who: string, due: string): string =>
      `${who} came on from another home of the round. Back at school by ${due}.`,
    watchedAgain: (who: string, due: string): string =>
      `Where ${who} went from here is not known, so they are watched here again. Back at school by ${due}.`,
  },
  planOf: (reference: string, who: string): string =>
    `${reference}: ${who} changed the plan. The office knows how.`,
  added: (references: string): string => `Also goes to ${references} on this round.`,
  title: (name: string): string => `Round of ${name}`,
  count: (count: number, due: string): string =>
    `${count} homes, in any order. Back at school by ${due}.`,
  here: 'you are on this one now',
  next: (initials: string, time: string): string => `Go to ${initials}, ${time}`,
  plan: 'Plan a round',
  planDo: 'Make them one round',
  planAsk: 'Which visits do you do on one outing?',
  dueBack: 'Back at school by',
  change: 'Change the round',
  leave: 'Take off the round',
  none: 'You have no round today. “My visits” offers one where you have two or more approved visits on a day.',
  stop: (reference: string, initials: string, start: string): string =>
    `${start} · ${initials} · ${reference}`,
  column: 'Round',
  handsBetween: 'One departure check counts for the whole round.',
};
