/** What the product says of its own doings. */
export const journeysWords = {
  filed: 'Saved.',
  following: 'Saved here. SharePoint will have it in a moment.',
  held: (reference: string) =>
    `${reference} is saved here, not yet in SharePoint. It will be filed as soon as SharePoint answers, and you will be told.`,
  heldRefused: (reference: string, reasons: string) =>
    `${reference}: what was saved here could not be done once SharePoint answered. ${reasons}`,
  unreachable: (name: string, reference: string) =>
    `${name} could not be told about ${reference}: Home Visits cannot reach them in Teams. Please ring them.`,
} as const;
