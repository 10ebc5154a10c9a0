import { wordsFor } from '../../../words/words.ts';

/** What the Policy page says. */
export const words = wordsFor('en-GB').tabPolicy;
/** What settings and roles are called. */
export const { places } = wordsFor('en-GB').policyPage;
export const roleWords: Readonly<Record<string, string>> = wordsFor('en-GB').status.roles;
