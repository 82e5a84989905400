import { buildTimeline, type Timeline } from '@backstop/core/change';
import type { PolicyVersion } from '@backstop/core/policy';

const built = new WeakMap<readonly PolicyVersion[], Timeline>();

/** The timeline of some versions, built once for each list: the approved ones are asked for by every write and page. */
export function timelineOf(versions: readonly PolicyVersion[]): Timeline {
  const known = built.get(versions);
  if (known !== undefined) return known;
  const timeline = buildTimeline(versions);
  built.set(versions, timeline);
  return timeline;
}
