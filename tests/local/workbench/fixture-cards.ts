/** Cards as the product might send them: enough kinds of thing to see that the workbench draws and sends each. */

export const approvalCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'TextBlock',
      text: 'Home visit to approve',
      weight: 'Bolder',
      size: 'Medium',
      wrap: true,
      style: 'heading',
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Reference', value: 'HV-2026-0042' },
        { title: 'Pupil', value: 'C. M., Year 5' },
        { title: 'When', value: 'Mon 23 Nov, 14:30, back by 15:30' },
        { title: 'Who goes', value: 'Sam Pike, Jo Ashby' },
      ],
    },
    {
      type: 'Container',
      style: 'warning',
      items: [{ type: 'TextBlock', text: '**Medium**: 2 risks, both with actions', wrap: true }],
    },
    {
      type: 'TextBlock',
      text: 'The policy asks for two people at a first visit (clause 4.3).',
      wrap: true,
      isSubtle: true,
      size: 'Small',
    },
  ],
  actions: [
    {
      type: 'Action.Execute',
      verb: 'approve',
      title: 'Approve',
      style: 'positive',
      data: { visit: 'v42' },
    },
    {
      type: 'Action.ShowCard',
      title: 'Decline',
      card: {
        type: 'AdaptiveCard',
        body: [
          {
            type: 'Input.Text',
            id: 'reason',
            label: 'Why not?',
            isMultiline: true,
            isRequired: true,
            errorMessage: 'Say why, for the person who asked.',
          },
        ],
        actions: [
          { type: 'Action.Execute', verb: 'decline', title: 'Send', data: { visit: 'v42' } },
        ],
      },
    },
    {
      type: 'Action.Submit',
      title: 'Agree a code word',
      associatedInputs: 'none',
      data: { msteams: { type: 'task/fetch' } },
    },
    {
      type: 'Action.OpenUrl',
      title: 'Open',
      url: 'https://teams.microsoft.com/l/entity/app/home?context=%7B%22subEntityId%22%3A%22visits%2FHV-2026-0042%22%7D',
    },
  ],
};

export const approvedCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: '✓ Approved by Mrs Okafor, 13:52. HV-2026-0042', wrap: true }],
};

export const formCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'TextBlock',
      text: 'Ask for a home visit',
      weight: 'Bolder',
      size: 'Medium',
      style: 'heading',
      wrap: true,
    },
    {
      type: 'Input.Text',
      id: 'pupil',
      label: 'Pupil',
      isRequired: true,
      errorMessage: 'Say whose home it is.',
    },
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: [{ type: 'Input.Date', id: 'date', label: 'Day', value: '2026-11-23' }],
        },
        {
          type: 'Column',
          width: 'stretch',
          items: [{ type: 'Input.Time', id: 'startTime', label: 'Start', value: '14:30' }],
        },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'visitors',
      label: 'Who goes with you',
      style: 'filtered',
      value: 'jo',
      choices: [{ title: 'Jo Ashby', value: 'jo' }],
      'choices.data': { type: 'Data.Query', dataset: 'staff' },
    },
    {
      type: 'Input.ChoiceSet',
      id: 'q1',
      label: 'Is anyone there known to be violent?',
      style: 'expanded',
      choices: [
        { title: 'Yes', value: 'yes' },
        { title: 'No', value: 'no' },
      ],
    },
  ],
  actions: [
    { type: 'Action.Execute', verb: 'submit', title: 'Send for approval', style: 'positive' },
  ],
};

export const codeWordCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'Input.Text',
      id: 'phrase',
      label: 'The words you will say',
      isRequired: true,
      errorMessage: 'At least 8 letters.',
    },
  ],
  actions: [{ type: 'Action.Submit', title: 'Agree' }],
};

export const concernCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'Container',
      style: 'attention',
      items: [
        {
          type: 'TextBlock',
          weight: 'Bolder',
          text: 'A worry about a child: C-7KQ2',
          wrap: true,
          style: 'heading',
        },
      ],
    },
    { type: 'TextBlock', text: 'Raised by Jo Ashby at 14:41. Nobody has it yet.', wrap: true },
  ],
  actions: [{ type: 'Action.Execute', verb: 'acknowledge', title: 'I have it', style: 'positive' }],
};
