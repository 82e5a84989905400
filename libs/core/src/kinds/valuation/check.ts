import type { Problem } from '../../problem/index.ts';
import type { ValuationDocument } from './schema.ts';

/** Each tag has one place in the order. */
export function check({ tags }: ValuationDocument): Problem[] {
  return tags.flatMap((tag, index) =>
    tags.indexOf(tag) < index
      ? [
          {
            code: 'tag_duplicated',
            path: `/tags/${index}`,
            message: `the tag \`${tag}\` is listed twice, so that its place in the order is not clear`,
            suggestion: 'keep the earlier one',
          },
        ]
      : [],
  );
}
