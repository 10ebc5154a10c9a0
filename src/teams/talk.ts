/** Words in chat. Nothing that is said is a dead end. */
import type { SeenVisit } from '../journeys/seen.ts';
import { may, type VisitVerb, visitAccess } from '../people/access.ts';
import { commandId, laterOf, minutesAfter, schoolTime } from '../vocabulary.ts';
import { isOut, stillOut } from './cards/drawing.ts';
import { helloCard, refusalCard } from './cards/hello-card.ts';
import { card, openDialog, text } from './cards/parts.ts';
import { visitCard } from './cards/visit-card.ts';
import type { OutgoingActivity } from './connector.ts';
import { answerToCry, howToGetHelp } from './cry.ts';
import { askForVisit, drawConcern } from './forms.ts';
import { cries, hear, type Meaning } from './hear.ts';
import type { Inputs } from './house.ts';
import { myRoundCard, myVisitsCard, todayCard } from './lists.ts';
import { cardActivity, textActivity } from './message.ts';
import { drawingOf, plainOf, say, sayToThem, type Turn } from './turn.ts';
import { thisListCard } from './weekly-list.ts';

const isVisitVerb = (verb: string): verb is VisitVerb => Object.hasOwn(visitAccess, verb);

const suggestions = (turn: Turn): readonly string[] => {
  const { suggest } = turn.words.chat;
  return [
    ...(may('new-visit', turn.person) ? [suggest.newVisit] : []),
    suggest.myVisits,
    ...(may('chat-today', turn.person) ? [suggest.today] : []),
    suggest.concern,
    suggest.help,
  ];
};

const isWatched = (turn: Turn, seen: SeenVisit): boolean =>
  seen.relations.includes('visitor') &&
  (isOut(drawingOf(turn, seen)) || seen.alarms.some(({ state }) => state !== 'settled'));

type Doing = { readonly verb: VisitVerb; readonly inputs: Inputs; readonly seen?: SeenVisit };

/** A message delivered twice is one command. */
const commandFor = ({ activity, house, person }: Turn, verb: VisitVerb) =>
  commandId(`said:${person.id}:${activity.id ?? house.newId()}:${verb}`);

const perform = async (turn: Turn, { verb, inputs, seen }: Doing): Promise<OutgoingActivity> => {
  const { house, person, words } = turn;
  const answer = await house.press({
    verb,
    ...(seen && { visit: seen.id }),
    inputs,
    command: commandFor(turn, verb),
    by: person.id,
    via: 'chat',
  });
  if (answer.kind !== 'refused' && cries.includes(verb)) return answerToCry(turn, answer);
  if (answer.kind === 'held') return textActivity(answer.note);
  if (answer.kind === 'refused') {
    const refused = { verb, refusals: answer.refusals, inputs };
    const now = seen && (await house.see(seen.id, person.id));
    const card = now
      ? visitCard({ ...drawingOf(turn, now), refused })
      : refusalCard(refused, words.cards);
    return cardActivity(card, words.chat.listSummary);
  }
  if (answer.seen === undefined) return textActivity(answer.note || words.chat.noted);
  const { reference, status } = answer.seen;
  return textActivity(words.chat.done(reference, status, answer.note));
};

/** Leaving school or leaving the home: whichever this visit is ready for. */
const goingFor = (seen: SeenVisit | undefined): VisitVerb =>
  seen?.verbs.includes('leave') ? 'leave' : 'depart';

/** The visit that is meant: the one where this can be done; else the one that is out; else the only one. */
const meantBy = (
  visits: readonly SeenVisit[],
  turn: Turn,
  wanted: (seen: SeenVisit) => boolean,
) => {
  const ready = visits.filter(wanted);
  if (ready.length > 0) return ready.length === 1 ? ready[0] : undefined;
  const out = visits.filter((seen) => isOut(drawingOf(turn, seen)));
  if (out.length === 1) return out[0];
  return visits.length === 1 ? visits[0] : undefined;
};

const listInstead = async (turn: Turn, words: string): Promise<OutgoingActivity> => {
  await sayToThem(turn, textActivity(words));
  return cardActivity(await myVisitsCard(turn), turn.words.chat.listSummary);
};

const everyoneOut = (turn: Turn, seen: SeenVisit): string =>
  stillOut(drawingOf(turn, seen))
    .map(({ id }) => id)
    .join(',');

const act = async (
  turn: Turn,
  said: { readonly verb: string; readonly everyone: boolean; readonly inputs?: Inputs },
): Promise<OutgoingActivity> => {
  const { chat } = turn.words;
  const all = await turn.house.visitsOf(turn.person.id);
  const mine = all.filter(({ relations }) => relations.includes('visitor'));
  if (cries.includes(said.verb) && isVisitVerb(said.verb)) {
    const seen = mine.find((one) => isWatched(turn, one));
    return perform(turn, { verb: said.verb, inputs: {}, ...(seen && { seen }) });
  }
  const verbFor = (seen: SeenVisit | undefined) =>
    said.verb === 'going' ? goingFor(seen) : said.verb;
  const seen = meantBy(mine, turn, (one) => one.verbs.some((verb) => verb === verbFor(one)));
  const verb = verbFor(seen);
  if (seen === undefined || !isVisitVerb(verb)) {
    return listInstead(turn, mine.length === 0 ? chat.nothingToDo : chat.whichVisit);
  }
  const who = said.everyone ? everyoneOut(turn, seen) : turn.person.id;
  return perform(turn, { verb, seen, inputs: { who, ...said.inputs } });
};

/** Twenty more minutes count from when they were due, or from now if that is past. */
const longer = async (turn: Turn, minutes: number | undefined): Promise<OutgoingActivity> => {
  const { chat } = turn.words;
  const all = await turn.house.visitsOf(turn.person.id);
  const seen = meantBy(
    all.filter(({ relations }) => relations.includes('visitor')),
    turn,
    ({ verbs }) => verbs.includes('extend'),
  );
  if (seen === undefined) return listInstead(turn, chat.nothingToDo);
  if (minutes === undefined) {
    await sayToThem(turn, textActivity(chat.howLong));
    return cardActivity(visitCard(drawingOf(turn, seen)), chat.summary(seen.reference));
  }
  const dueBack = minutesAfter(laterOf(seen.dueBack, turn.house.now()), minutes);
  const done = await perform(turn, { verb: 'extend', seen, inputs: { dueBack } });
  if ('attachments' in done) return done;
  await sayToThem(turn, done);
  return textActivity(chat.back(seen.reference, schoolTime(dueBack)));
};

const help = async (turn: Turn): Promise<OutgoingActivity> => {
  const mine = await turn.house.visitsOf(turn.person.id);
  const seen = mine.find((one) => isWatched(turn, one));
  if (seen) return perform(turn, { verb: 'help', inputs: {}, seen });
  return cardActivity(await howToGetHelp(turn), turn.words.chat.helloSummary);
};

/** The words are agreed in a dialog, so that they stand in no chat. */
const codeWordCard = ({ words, person }: Turn): OutgoingActivity => {
  const { codeWord } = words.cards;
  if (!may('agree-school-code-word', person)) return textActivity(words.chat.nothingToDo);
  const button = openDialog(codeWord.agree, { verb: 'agree-code-word' });
  return cardActivity(card([text(codeWord.what)], [button]), codeWord.title);
};

const answerFor = async (turn: Turn, meaning: Meaning): Promise<OutgoingActivity> => {
  const { chat } = turn.words;
  switch (meaning.kind) {
    case 'hello':
      return cardActivity(helloCard(plainOf(turn)), chat.helloSummary);
    case 'new-visit':
      return cardActivity(await askForVisit(turn), chat.formSummary);
    case 'my-visits':
      return cardActivity(await myVisitsCard(turn), chat.listSummary);
    case 'round':
      return cardActivity(await myRoundCard(turn), chat.listSummary);
    case 'today':
      return cardActivity(await todayCard(turn), chat.listSummary);
    case 'weekly-list':
      return cardActivity(await thisListCard(turn), turn.words.chat.listSummary);
    case 'help':
      return help(turn);
    case 'concern': {
      const blank = { values: {}, refusals: [], inDialog: false, visit: undefined };
      return cardActivity(drawConcern(turn, blank), chat.concernTitle);
    }
    case 'code-word':
      return codeWordCard(turn);
    case 'verb':
      return act(turn, meaning);
    case 'longer':
      return longer(turn, meaning.minutes);
    case 'change-plan':
      return act(turn, { verb: 'change-plan', everyone: false, inputs: { what: meaning.what } });
    case 'unknown':
      return textActivity(chat.notUnderstood, suggestions(turn));
    default:
      return meaning satisfies never;
  }
};

/** Listened for before anything that was typed is understood. The answer gives nothing away. */
const saidCodeWord = async ({ activity, house, person }: Turn): Promise<boolean> => {
  const command = commandId(`said:${person.id}:${activity.id ?? house.newId()}`);
  const texts = { text: activity.text ?? '' };
  return (await house.duress.listen({ texts, by: person.id, command })) !== undefined;
};

/** What a person typed. In a channel, only what needs nobody's visit is answered. */
export const talk = async (turn: Turn): Promise<void> => {
  const { chat } = turn.words;
  if (!may('chat-hello', turn.person)) {
    await turn.house.refused('chat-hello', turn.person.id);
    return say(turn, textActivity(chat.guest));
  }
  if (await saidCodeWord(turn)) return sayToThem(turn, textActivity(chat.noted));
  return sayToThem(turn, await answerFor(turn, hear(turn.activity.text ?? '', chat)));
};

/** A message that was changed afterwards: only a cry for help in it is acted on. */
export const talkAgain = async (turn: Turn): Promise<void> => {
  // What was there before the change may have been heard already; hearing it twice is better than not.
  if (await saidCodeWord(turn)) return sayToThem(turn, textActivity(turn.words.chat.noted));
  const meaning = hear(turn.activity.text ?? '', turn.words.chat);
  const cry = meaning.kind === 'verb' && cries.includes(meaning.verb);
  if (cry || meaning.kind === 'help') await talk(turn);
};
