export const statusWords = {} as const;
