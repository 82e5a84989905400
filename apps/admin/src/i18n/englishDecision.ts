export const englishDecision = {};
