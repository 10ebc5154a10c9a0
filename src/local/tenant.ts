/** The small school whose tenant runs on your machine: its names, addresses and people. */

export const tenant = {
  id: '7f1c9a52-4b0e-4e56-9a5d-0c2f6f0b7a11',
  school: 'school',
  schoolName: 'Ysgol Bryn School',
  schoolPhone: '01632 960100',
  teamsAppId: '2c1f7a66-55b0-4f0e-8a3c-4d2f1b9e0a44',
  tabAppId: '3d5b2a10-8c41-4d0e-b1a7-5a4c1f6e9d01',
  botAppId: '9e6d4c20-1f73-4b8a-a2c5-6b5d2e7f8c02',
  provisionAppId: 'c2a7e913-5d08-4f3b-9b64-1e8f7a3d2c03',
  sharePointHost: 'school.sharepoint.com',
  safeguardingTeam: '19:team-safeguarding@thread.tacv2',
  safeguardingTeamName: 'Safeguarding',
  safeguardingChannel: '19:safeguarding@thread.tacv2',
} as const;

export type LocalPerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly mobile: string;
};

/** Everyone in the local tenant. Their object id in Entra is the same word. */
export const people: readonly LocalPerson[] = [
  {
    id: 'okafor',
    name: 'Mrs Okafor',
    title: 'headteacher',
    roles: ['headteacher', 'head-of-school'],
    mobile: '07700 900101',
  },
  {
    id: 'bevan',
    name: 'Mr Bevan',
    title: 'deputy head',
    roles: ['deputy-head', 'assistant-head', 'senior-manager', 'senior-manager-on-duty'],
    mobile: '07700 900102',
  },
  {
    id: 'rao',
    name: 'Miss Rao',
    title: 'safeguarding lead',
    roles: ['safeguarding-lead'],
    mobile: '07700 900103',
  },
  {
    id: 'lind',
    name: 'Mr Lind',
    title: 'deputy safeguarding lead',
    roles: ['deputy-safeguarding-lead'],
    mobile: '07700 900104',
  },
  {
    id: 'sam',
    name: 'Sam Pike',
    title: 'attendance officer',
    roles: ['visiting-staff', 'attendance-officer', 'attendance-lead'],
    mobile: '07700 900105',
  },
  {
    id: 'jo',
    name: 'Jo Ashby',
    title: 'learning mentor',
    roles: ['visiting-staff', 'learning-mentor'],
    mobile: '07700 900106',
  },
  {
    id: 'pat',
    name: 'Pat Doyle',
    title: 'school office',
    roles: ['office'],
    mobile: '07700 900107',
  },
  {
    id: 'hart',
    name: 'Ms Hart',
    title: 'business manager',
    roles: ['business-manager'],
    mobile: '07700 900108',
  },
  {
    id: 'dunn',
    name: 'Cllr Dunn',
    title: 'chair of governors',
    roles: ['chair-of-governors'],
    mobile: '07700 900109',
  },
  { id: 'wells', name: 'Mr Wells', title: 'teacher', roles: ['teacher'], mobile: '07700 900110' },
  { id: 'pupil', name: 'A pupil', title: 'pupil', roles: ['pupil'], mobile: '' },
];

export const personBy = (id: string): LocalPerson | undefined =>
  people.find((person) => person.id === id);

export const userPrincipalName = (person: { readonly id: string }): string =>
  `${person.id}@school.example`;

export type LocalChannel = {
  readonly name: string;
  readonly id: string;
  readonly team: string;
  readonly members: readonly string[];
};

export const channels: readonly LocalChannel[] = [
  {
    name: 'safeguarding',
    id: tenant.safeguardingChannel,
    team: tenant.safeguardingTeam,
    members: ['rao', 'lind', 'okafor'],
  },
];

/** How Teams writes a person's and the bot's account. */
export const accountId = (person: string): string => `29:${person}`;
export const botAccountId = `28:${tenant.botAppId}`;
