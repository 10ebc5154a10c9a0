export const chatWords = {} as const;
