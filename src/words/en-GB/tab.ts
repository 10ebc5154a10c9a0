export const tabWords = {} as const;
