import type { Policy } from '../policy/policy.ts';
import { wordsFor } from '../words/words.ts';
import type { RiskSummary } from './assessment.ts';

/** "Medium: 2 risks, both with actions". */
export const riskSummaryText = (risk: RiskSummary, language: Policy['language']): string => {
  const words = wordsFor(language).form.risk;
  return words.summary(words.levels[risk.level], risk.risks, risk.withActions);
};
