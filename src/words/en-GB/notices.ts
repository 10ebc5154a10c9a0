export const noticesWords = {} as const;
