/** Imports go one way: words and rules know nothing of the adapters round them, and adapters do not know each other. */
const rules = [
  'words',
  'policy',
  'people',
  'homes',
  'risk-assessment',
  'approval',
  'safety',
  'visits',
  'rounds',
  'weekly-list',
  'concerns',
  'duress',
  'agreements',
  'register',
  'journeys',
];
const adapters = ['sharepoint', 'diary', 'teams', 'api', 'letters', 'tab', 'local'];
const inside = `^src/(vocabulary\\.ts|(${rules.join('|')})/)`;
const libraries = '^node_modules/(temporal-polyfill|temporal-spec|temporal-utils|zod)/';
const may = (from, to) => ({
  name: `${from}-imports-only-what-it-may`,
  comment: `${from}/ may import vocabulary, words and ${to.join(', ') || 'nothing else'} of ours.`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: {
    path: '^src/',
    pathNot: `^src/(vocabulary\\.ts|words/|${[from, ...to].map((name) => `${name}/`).join('|')})`,
  },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'inside-imports-nothing-outside',
      comment:
        'Rules, register and journeys use no Node module, no adapter and no package but zod and Temporal. Take it as an argument.',
      severity: 'error',
      from: { path: inside },
      to: { pathNot: `${inside}|${libraries}` },
    },
    {
      name: 'only-vocabulary-knows-the-time-library',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vocabulary\\.ts$' },
      to: { path: 'temporal-polyfill' },
    },
    may('words', []),
    may('policy', []),
    may('people', ['policy']),
    may('homes', ['policy']),
    may('risk-assessment', ['policy']),
    may('approval', ['policy', 'people', 'risk-assessment']),
    may('safety', ['policy', 'people']),
    may('visits', ['policy', 'people', 'homes', 'risk-assessment', 'approval', 'safety']),
    may('rounds', ['policy', 'people', 'visits']),
    may('weekly-list', ['policy', 'people', 'homes', 'approval', 'visits']),
    may('concerns', ['policy', 'people']),
    may('duress', ['policy', 'people']),
    may('register', [
      'policy',
      'people',
      'homes',
      'risk-assessment',
      'visits',
      'concerns',
      'weekly-list',
    ]),
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: `^src/(${adapters.filter((name) => name !== 'local').join('|')})/` },
      to: { path: `^src/(${adapters.join('|')})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'nothing-but-local-imports-local',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/local/' },
      to: { path: '^src/local/' },
    },
    {
      name: 'only-sharepoint-speaks-graph',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sharepoint/' },
      to: { path: 'microsoft-graph-client' },
    },
    {
      name: 'only-teams-speaks-the-bot-sdk',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/teams/' },
      to: { path: '@microsoft/teams\\.' },
    },
    {
      name: 'only-teams-host-speaks-teams-js',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tab/teams-host\\.ts$' },
      to: { path: '@microsoft/teams-js' },
    },
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'default', 'types'],
    },
  },
};
