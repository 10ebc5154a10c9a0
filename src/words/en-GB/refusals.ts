export const refusalsWords = {} as const;
