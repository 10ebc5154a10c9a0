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
  unreachable: (name: string, reference: string) =>
    `${name} could not be told about ${reference}: Home Visits cannot reach them in Teams. Please ring them.`,
} as const;
