export const tabWords = {
  problems: {
    'sign-in': {
      title: 'Please sign in again',
      detail: 'Your sign-in has ended or is not for this app.',
    },
    'not-now': {
      title: 'We cannot check who you are just now',
      detail: 'Microsoft sign-in does not answer. Try again in a minute. The chat still works.',
    },
    failed: {
      title: 'Something went wrong here',
      detail: 'Nothing was changed. Try again. If somebody is out, phone them or the office.',
    },
    'bad-request': {
      title: 'That could not be read',
      detail: 'Open the page again and try once more.',
    },
    'not-json': { title: 'That could not be read', detail: 'This address reads JSON only.' },
    'too-large': { title: 'That is too long', detail: 'Shorten what you wrote and try again.' },
    'wrong-method': {
      title: 'That cannot be done here',
      detail: 'This address does not take that method.',
    },
    refused: { title: 'Not yet', detail: 'Something still stands in the way.' },
    'already-decided': {
      title: 'Somebody has decided already',
      detail: 'Open the visit to see what was decided.',
    },
  },
} as const;
