export const cardsWords = {} as const;
