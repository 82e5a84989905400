export const englishEvaluation = {};
