/** What the product says of its own doings. */
export const journeysWords = {
  filed: 'Saved.',
  following: 'Saved here. SharePoint will have it in a moment.',
  held: (reference: string) =>
    `${reference} is saved here, not yet in SharePoint. It will be filed as soon as SharePoint answers, and you will be told.`,
  heldRefused: (reference: string, reasons: string) =>
    `${reference}: what was saved here could not be done once SharePoint answered. ${reasons}`,
  unplanned: 'not planned',
  notAssessed: 'Not assessed: nobody asked for this visit',
  sameAs: {
    because: (address: string) =>
      `This looks like “${address}”, a home the school knows. Is it the same one?`,
    next: 'If it is, write it that way. If not, tick “It is another home”.',
  },
  heldDone: (reference: string) => `${reference}: what was saved here is in SharePoint now.`,
  heldLapsed: (reference: string) =>
    `${reference}: SharePoint did not answer before the visit was to start, so what was saved here counts for nothing. Nobody should set out on it. Ask again with a new time.`,
  unreachable: (name: string, reference: string, because: string) =>
    `${name} could not be told about ${reference}: Home Visits cannot reach them in Teams (${because}). Please ring them.`,
  channel: 'The safeguarding channel',
  unknownItem: (key: string) =>
    `An item in the Visits list (VisitKey ${key}) has a history that Home Visits did not write, and nothing else is known of it. Please look at it.`,
} as const;
