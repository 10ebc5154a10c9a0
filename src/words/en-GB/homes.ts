/** What is said of homes, of what is known there, and of the assessments that stand. */
const count = (many: number, one: string, several: string): string =>
  many === 1 ? `1 ${one}` : `${many} ${several}`;

export const homesWords = {
  known: (hazards: number, visited: boolean): string =>
    [
      ...(hazards === 0 ? [] : [count(hazards, 'hazard', 'hazards')]),
      ...(visited ? ['earlier visits'] : []),
    ].join(' and '),
  stale: {
    changed: 'something has changed since',
    review: 'its review date has passed',
  },
  kinds: {
    animals: 'Animals',
    violence: 'Violence or threats',
    weapons: 'Weapons',
    drugs: 'Drugs',
    infection: 'Infection',
    property: 'The building or the way there',
    other: 'Something else',
  },
  /** Hazards that a visit leaves behind. */
  fromVisit: {
    loose: 'An animal was loose, and not put in another room.',
    secured: 'There are animals here. They were shut away when asked.',
    unsafe: 'The visitors left because it was not safe.',
    felt: (reason: string): string =>
      reason === ''
        ? 'The visitors did not feel safe and ended the visit.'
        : `The visitors did not feel safe and ended the visit: ${reason}`,
  },
  card: {
    title: 'What the school knows of this home',
    hazard: (kind: string, what: string, review: string): string =>
      `${kind}: ${what} (look again by ${review})`,
    noHazards: 'No hazard is on record.',
    visited: (day: string): string => `Last completed visit: ${day}.`,
    visit: (when: string, reference: string, status: string): string =>
      `${when}: ${reference}, ${status}.`,
    askLocally: 'Animals are known here. Ask somebody who knows the place before you go.',
    seen: 'I have looked at what is known of this home',
    general: (version: number, day: string): string =>
      `The school’s risk assessment for home visits: version ${version} of ${day}`,
    generalRead: (version: number, day: string): string =>
      `I have read version ${version} of ${day}`,
  },
  tab: {
    title: 'Homes and risk',
    parts: { homes: 'Homes', standing: 'Risk assessments' },
    search: 'Find a home, a pupil or a hazard',
    nothing: {
      title: 'No homes yet',
      detail: 'Homes of visits that you ask for or go on stand here, with what is known of them.',
    },
    noMatch: {
      title: 'Nothing like that is known',
      detail: 'Try part of the address, or the pupil’s name.',
    },
    count: (many: number): string => count(many, 'home', 'homes'),
    overdue: (many: number): string =>
      many === 1 ? '1 review is overdue' : `${many} reviews are overdue`,
    open: (many: number): string => count(many, 'hazard', 'hazards'),
    noHazards: 'No hazard on record',
    lastVisit: (day: string): string => `Last completed visit ${day}`,
    neverVisited: 'No completed visit yet',
    alsoWritten: (spellings: string): string => `Also written ${spellings}`,
    families: 'Pupils',
    hazards: 'Hazards',
    resolvedHazards: 'No longer there',
    visits: 'Visits to this home',
    noVisits: 'No visit that you may see.',
    back: 'All homes',
    noted: (who: string, day: string): string => `Noted by ${who}, ${day}`,
    seenOn: (reference: string): string => `on ${reference}`,
    reviewed: (who: string, day: string): string => `Looked at again by ${who}, ${day}`,
    lookAgain: (day: string): string => `Look again by ${day}`,
    lateReview: (day: string): string => `Review overdue since ${day}`,
    resolved: (who: string, day: string, why: string): string =>
      `Over since ${day}, says ${who}: ${why}`,
    looksLike: (address: string): string => `This looks like “${address}”. Are they one home?`,
    gone: {
      title: 'This home is not here',
      detail: 'It may be another home now, or not yours to open.',
    },
    verbs: {
      'add-hazard': 'Add a hazard',
      'review-hazard': 'Look at it again',
      'resolve-hazard': 'It is over',
      'merge-homes': 'Make them one home',
      'renew-standing': 'Renew',
      'read-general': 'I have read this version',
      'say-changed': 'Something has changed',
    },
    mergeNote: (from: string, to: string): string =>
      `Everything known of “${from}” will stand under “${to}”.`,
    changedNote:
      'The assessment counts for nothing until it has been done again, and the person may not go alone meanwhile.',
    fields: {
      kind: 'What kind of hazard?',
      what: 'What is it, and how do people keep safe from it?',
      reviewBy: 'Look at it again by',
      why: 'Why is it over?',
      person: 'Whose assessment?',
      says: 'The risks, and what is done about each',
    },
    general: 'The school’s risk assessment for home visits',
    noGeneral: {
      title: 'The school keeps no general risk assessment here yet',
      detail: 'The headteacher or a senior leader adds it.',
    },
    addGeneral: 'Add it',
    version: (version: number, who: string, day: string): string =>
      `Version ${version}, by ${who}, ${day}`,
    upToDate: (day: string): string => `Up to date until ${day}`,
    stale: { changed: 'Out of date: something has changed', review: 'Out of date: review it' },
    read: 'You have read this version.',
    readers: (names: string): string => `Read by ${names}`,
    nobodyRead: 'Nobody has read this version yet.',
    lone: 'Going alone',
    loneNote: 'Whoever goes alone needs an assessment of their own that is up to date.',
    noLone: 'There is none that you may see.',
    addLone: 'Add a person',
    ask: {
      heading: 'What the school knows of this home',
      locally: 'Animals are known here. Ask somebody who knows the place before you go.',
    },
  },
  done: {
    hazard: 'The hazard is on record.',
    reviewed: 'The hazard was looked at.',
    resolved: 'The hazard is no longer shown before a visit.',
    merged: 'They are one home now.',
    renewed: 'The new version counts from now.',
    read: 'It is on record that you have read it.',
    changed: 'It is out of date until it has been done again.',
  },
  refused: {
    what: {
      because: 'It is not said what the hazard is.',
      next: 'Write a few words, so that others can prepare.',
    },
    day: {
      because: 'The review date is missing or has passed.',
      next: 'Choose a day that is still to come.',
    },
    says: {
      because: 'The assessment is empty.',
      next: 'Write the risks, and what is done about each.',
    },
    person: {
      because: 'It is not said whose assessment it is.',
      next: 'Choose somebody from the staff list.',
    },
    long: { because: 'That is too long.', next: 'Keep it under 8,000 letters.' },
    same: {
      because: 'That is not another home the school knows.',
      next: 'Choose the home it really is from the list.',
    },
    closed: {
      because: 'SharePoint does not answer just now, so the two homes are still two.',
      next: 'Try again in a minute. Nothing is lost.',
    },
    version: {
      because: 'There is a newer version than the one you were shown.',
      next: 'Read the version on the Homes page now, and confirm that.',
    },
    why: {
      because: 'It is not said why the hazard is over.',
      next: 'Write a few words: others will rely on it.',
    },
  },
};
