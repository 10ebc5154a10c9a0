/** Every sentence a person reads, per language. A language that lacks one does not compile. */
import { cardsWords } from './en-GB/cards.ts';
import { chatWords } from './en-GB/chat.ts';
import { concernsWords } from './en-GB/concerns.ts';
import { formWords } from './en-GB/form.ts';
import { homesWords } from './en-GB/homes.ts';
import { journeysWords } from './en-GB/journeys.ts';
import { letterWords } from './en-GB/letter.ts';
import { noticesWords } from './en-GB/notices.ts';
import { policyWords } from './en-GB/policy.ts';
import { policyPageWords } from './en-GB/policy-page.ts';
import { refusalsWords } from './en-GB/refusals.ts';
import { registerWords } from './en-GB/register.ts';
import { registersWords } from './en-GB/registers.ts';
import { roundsWords } from './en-GB/rounds.ts';
import { statusWords } from './en-GB/status.ts';
import { storyWords } from './en-GB/story.ts';
import { tabWords } from './en-GB/tab.ts';
import { tabPolicyWords } from './en-GB/tab-policy.ts';
import { tabRegistersWords } from './en-GB/tab-registers.ts';
import { tabWeeklyListWords } from './en-GB/tab-weekly-list.ts';
import { watchWords } from './en-GB/watch.ts';
import { weeklyListWords } from './en-GB/weekly-list.ts';

const enGB = {
  refusals: refusalsWords,
  journeys: journeysWords,
  notices: noticesWords,
  policy: policyWords,
  policyPage: policyPageWords,
  concerns: concernsWords,
  form: formWords,
  homes: homesWords,
  story: storyWords,
  chat: chatWords,
  cards: cardsWords,
  tab: tabWords,
  tabPolicy: tabPolicyWords,
  tabRegisters: tabRegistersWords,
  register: registerWords,
  registers: registersWords,
  rounds: roundsWords,
  status: statusWords,
  letter: letterWords,
  weeklyList: weeklyListWords,
  watch: watchWords,
  tabWeeklyList: tabWeeklyListWords,
};

export type Words = typeof enGB;

const languages = { 'en-GB': enGB } as const satisfies Record<string, Words>;

export const wordsFor = (language: keyof typeof languages): Words => languages[language];
