/** What the curve can show of a ladder. */
export const PICTURES = ['margin', 'rate', 'leverage'] as const;

export type Picture = (typeof PICTURES)[number];
