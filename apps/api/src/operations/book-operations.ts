import { bookSnapshotListQuery, paths } from '@backstop/contracts';
import { exampleRequest } from './example-request.ts';
import type { Operation } from './operation.ts';

const JSON_TYPE = 'application/json';

/** The routes of the book. */
export const bookOperations: readonly Operation[] = [
  {
    method: 'post',
    path: paths.bookSnapshots,
    id: 'recordBookSnapshot',
    group: 'Book',
    title: 'Record a book',
    text: 'Newline-delimited JSON: a line `{"market": …}` first, then a line `{"account": …}` for each account; further market lines must be of the same instant and hold from there on. A line has at most 1 MiB, a book at most 256 MiB; blank lines are skipped, and an account stands once. The book is stored whole under the SHA-256 of its canonical lines, or not at all: where any line has a problem, the answer lists up to a hundred with pointers that begin with the number of the line (`/3/account/positions/0/size`). The very same book again is answered with 200 and the one that is there. The impact of a change is worked out on the book of the latest instant.',
    permission: 'book:write',
    body: {
      mediaType: 'application/x-ndjson',
      component: 'BatchLineRequest',
      example: `${JSON.stringify({ market: exampleRequest.market })}\n${JSON.stringify({ account: exampleRequest.account })}\n`,
    },
    answer: { text: 'The book as it is stored.', mediaType: JSON_TYPE, component: 'BookSnapshot' },
    problems: [
      'media_type_must_be_supported',
      'body_must_not_be_too_large',
      'request_must_be_valid',
      'as_of_must_not_be_in_the_future',
      'idempotency_key_must_be_valid',
      'idempotency_key_in_flight',
      'idempotency_key_reused',
    ],
  },
  {
    method: 'get',
    path: paths.bookSnapshots,
    id: 'listBookSnapshots',
    group: 'Book',
    title: 'List books',
    text: 'Every book that was recorded, the one that was sent last first, without accounts; `Content-Range: snapshots 0-24/31`. None goes by itself.',
    permission: 'book:read',
    query: bookSnapshotListQuery,
    answer: { text: 'The rows of the page.', mediaType: JSON_TYPE, component: 'BookSnapshot', list: true },
    problems: ['query_must_be_valid'],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.bookSnapshot,
    id: 'getBookSnapshot',
    group: 'Book',
    title: 'Read a book',
    text: 'What is known of a book: its hash, its instant and how many accounts are in it.',
    permission: 'book:read',
    parts: { id: 'Id of the snapshot.' },
    answer: { text: 'The book.', mediaType: JSON_TYPE, component: 'BookSnapshot' },
    problems: ['book_snapshot_not_found'],
    tagged: true,
  },
];
