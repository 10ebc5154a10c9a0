/** What people say to the bot, and what it answers. */

/** Who is meant: those who say "we" mean everyone who is still out with them. */
type Said = { readonly pattern: RegExp; readonly verb: string; readonly everyone?: boolean };

const we = "(?:we'?re|we are|we'?ve|we have|we) ";
const i = "(?:i'?m|i am|i'?ve|i have|i) ";

/** Lower case, without full stops and smart quotes. The first that fits is meant. */
const said: readonly Said[] = [
  {
    pattern: /^(?:i |we )?need help(?: now)?$|^help (?:now|me|us)$|^emergency$|^sos$/,
    verb: 'help',
  },
  { pattern: new RegExp(`^(?:${we}|${i})?in danger$|^danger$`), verb: 'danger' },
  { pattern: new RegExp(`^(?:${i})?(?:feel )?unwell$`), verb: 'unwell' },
  { pattern: new RegExp(`^(?:${i})?(?:injured|hurt)$`), verb: 'injured' },
  {
    pattern: new RegExp(`^(?:${we})left[, ]+(?:it was )?(?:not safe|unsafe)$|^left[, ]+unsafe$`),
    verb: 'leave-unsafe',
    everyone: true,
  },
  { pattern: new RegExp(`^${we}safe(?: now)?$`), verb: 'safe-now', everyone: true },
  { pattern: new RegExp(`^(?:${i})?safe(?: now)?$`), verb: 'safe-now' },
  { pattern: /^(?:i|we) (?:don'?t|do not) feel safe$|^feel unsafe$/, verb: 'feel-unsafe' },
  {
    pattern: new RegExp(`^${we}(?:just )?(?:leaving|setting off|off)(?: now| school)?$`),
    verb: 'going',
    everyone: true,
  },
  {
    pattern: new RegExp(`^(?:${i})?(?:just )?(?:leaving|setting off|off)(?: now)?$`),
    verb: 'going',
  },
  { pattern: new RegExp(`^(?:${i})?leaving school$|^depart(?:ing)?$`), verb: 'depart' },
  { pattern: /^leaving (?:the )?(?:home|house)$|^leave$/, verb: 'leave' },
  { pattern: new RegExp(`^${we}(?:arrived|here|at the door)$`), verb: 'arrive', everyone: true },
  { pattern: new RegExp(`^(?:${i})?(?:arrived?|here|at the door)$`), verb: 'arrive' },
  { pattern: new RegExp(`^${we}(?:going in|inside)$`), verb: 'enter', everyone: true },
  { pattern: new RegExp(`^(?:${i})?(?:going in|inside|enter)$`), verb: 'enter' },
  {
    pattern: new RegExp(`^${we}(?:back|returned)(?: at school| in school)?$`),
    verb: 'return',
    everyone: true,
  },
  {
    pattern: new RegExp(`^(?:${i})?(?:back|returned?)(?: at school| in school)?$`),
    verb: 'return',
  },
  { pattern: new RegExp(`^(?:${we}|${i})?(?:still )?waiting$|^wait$`), verb: 'wait' },
  {
    pattern: new RegExp(`^(?:${we})?(?:nearly|almost) there$`),
    verb: 'nearly-there',
    everyone: true,
  },
  {
    pattern:
      /^(?:a |the )?child (?:is |has been )?(?:left )?(?:alone|on (?:its|his|her|their) own)(?: here)?$/,
    verb: 'child-alone',
  },
  { pattern: /^(?:please )?(?:ring|call|phone) me(?: now| please)?$/, verb: 'call-me' },
  { pattern: /^(?:a |the )?child (?:is )?in danger$/, verb: 'child-in-danger' },
  { pattern: new RegExp(`^${we}(?:all right|ok|okay|fine)$`), verb: 'all-well' },
  { pattern: /^(?:the )?parent(?:s)? (?:has|have) left$/, verb: 'parent-left' },
  { pattern: new RegExp(`^(?:${we}|${i})?(?:turned|turning) back$`), verb: 'turn-back' },
  { pattern: /^(?:i|we) (?:can'?t|cannot) go$|^(?:can'?t|cannot) go$/, verb: 'cannot-go' },
];

const minutes =
  /^(?:(?:i|we) )?(?:need(?:ing)? longer|(?:'?re |'?m |are |am )?running late|late|longer)[, ]*(?:by )?(\d{1,3})?\s*(?:m|min|mins|minutes)?$/;

export const chatWords = {
  said,
  extend: minutes,
  changePlan: /^change of plan[:, ]+(.+)$/i,
  greetings: /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|start|menu)(?: there)?$/,
  newVisit: /^(?:new|ask for a|book a)(?: home)? visit$/,
  myVisits: /^(?:my|show my) visits$/,
  round: /^(?:(?:my|the|show my) )?rounds?$|^plan a round$/,
  today: /^(?:today|who(?:'?s| is) out(?: now| today)?)$/,
  weeklyList: /^(?:(?:the |this )?week'?s |(?:the )?weekly )?list$/,
  help: /^(?:help|\?|how does (?:this|it) work)$/,
  codeWord: /^(?:agree (?:a|the) |set (?:a|the) )?(?:school )?code ?word$/,
  concern: /^(?:(?:raise|report) a concern|concern|i(?:'?m| am) worried about a child)$/,

  suggest: {
    newVisit: 'New visit',
    myVisits: 'My visits',
    today: 'Today',
    help: 'Help',
    concern: 'Raise a concern',
  },
  notUnderstood:
    'I did not understand that. You can say “new visit”, “my visits”, “leaving”, “arrived”, “back”, “running late 20” or “help”.',
  guest:
    'This app is for the school’s staff. If you should be able to use it, ask the school office.',
  nothingToDo: 'None of your visits is waiting for that. Here are your visits.',
  whichVisit: 'Which visit do you mean? Open it and tap the button there.',
  howLong: 'How much longer? Say for example “running late 20”.',
  done: (reference: string, status: string, note: string) =>
    [note, `${reference}: ${status}.`].filter((part) => part !== '').join(' '),
  back: (reference: string, due: string) => `${reference}: due back ${due}.`,
  helpCalled: 'Those who answer alarms have been told.',
  onlyInPrivate:
    'I answer that in our own chat only. Open Home Visits in your chats, and ask me again there.',
  formBelow: 'The form is in the chat below.',
  failed:
    'That did not work, and nothing was changed. Please try again; if people are out, ring the school office.',
  oldButton: 'This button is no longer in use. Say “my visits” for the newest card.',
  noted: 'Thank you, noted.',
  working: 'Working on it. The answer comes here in a moment.',
  summary: (reference: string) => `Home visit ${reference}`,
  alarmSummary: (reference: string) => `Alarm: ${reference}`,
  concernSummary: (reference: string) => `Concern ${reference}`,
  superseded: (reference: string) => `${reference}: the newest card is further down.`,
  formSummary: 'Ask for a home visit',
  listSummary: 'Your visits',
  helloSummary: 'Home Visits',
  concernTitle: 'Raise a concern',
} as const;
