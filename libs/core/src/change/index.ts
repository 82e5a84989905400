export { inForceAt, instantsOf, timelineAt } from './in-force.ts';
export { policySetOf } from './policy-set.ts';
export { buildTimeline } from './timeline.ts';
export type { PolicyTimeline, Timeline, TimelineSegment } from './timeline.ts';
