/** What the school's policy says of one visit, in a line each. */
export const policyWords = {
  two: (clause: string) => `Two people go (${clause}).`,
  twoOrReason: (clause: string) => `Two people go, or there is a reason why one does (${clause}).`,
  alone: (reason: string) => `One person goes: ${reason}`,
  first: (level: string, clause: string) => `First visit here, so at least ${level} (${clause}).`,
  decides: (names: string, clause: string) => `${names} decides (${clause}).`,
  nobodyDecides: (clause: string) => `Nobody may decide on this visit (${clause}).`,
} as const;
