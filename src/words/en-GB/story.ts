export const storyWords = {} as const;
