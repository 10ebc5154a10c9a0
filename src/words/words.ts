/** Every sentence a person reads, per language. A language that lacks one does not compile. */
import { cardsWords } from './en-GB/cards.ts';
import { chatWords } from './en-GB/chat.ts';
import { formWords } from './en-GB/form.ts';
import { noticesWords } from './en-GB/notices.ts';
import { refusalsWords } from './en-GB/refusals.ts';
import { statusWords } from './en-GB/status.ts';
import { storyWords } from './en-GB/story.ts';
import { tabWords } from './en-GB/tab.ts';

const enGB = {
  refusals: refusalsWords,
  notices: noticesWords,
  form: formWords,
  story: storyWords,
  chat: chatWords,
  cards: cardsWords,
  tab: tabWords,
  status: statusWords,
};

export type Words = typeof enGB;

const languages = { 'en-GB': enGB } as const satisfies Record<string, Words>;

export const wordsFor = (language: keyof typeof languages): Words => languages[language];
