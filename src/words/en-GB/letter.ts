/** The letter to parents about a visit. It may be read by anybody in the house, so it says no more than the family knows. */
export const letterWords = {
  /** On the page of the visit. */
  button: 'Letter to the parents',
  hint: 'Saves a Word file. Read it, then send it yourself: the app sends no letters.',
  saved: 'Saved. Read it before you send it.',
  failed: 'The letter could not be made. Try again in a minute.',
  file: (reference: string) => `${reference} letter to the parents.docx`,
  title: (pupil: string) => `A visit to your home about ${pupil}`,
  dear: (parent: string) => `Dear ${parent === '' ? 'parent or carer' : parent}`,
  opening: {
    phone: 'This letter confirms what we agreed with you on the phone: we will visit you at home.',
    letter: 'We would like to visit you at home.',
  },
  facts: { when: 'When', where: 'Where', who: 'Who comes', why: 'Why' },
  when: (day: string, time: string) => `${day}, ${time}`,
  why: (pupil: string) => `To talk with you about how school is going for ${pupil}`,
  identification: 'Everybody who comes carries school identification. Please ask to see it.',
  change: (phone: string) =>
    phone === ''
      ? 'If this time does not suit you, or you would rather meet at school, please ring the school office and we will change it.'
      : `If this time does not suit you, or you would rather meet at school, please ring the school office on ${phone} and we will change it.`,
  help: 'Please ring us too if you would like somebody with you, an interpreter, or this letter in another language.',
  ending: 'Yours sincerely',
} as const;
