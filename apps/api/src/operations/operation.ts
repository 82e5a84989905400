import type { z } from 'zod';
import type { ProblemCode } from '@backstop/contracts';
import type { RoutePermission } from '../access/permission.ts';

/** One route as the OpenAPI document and the reference page tell it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As the router has it, `:name` for a parameter. */
  readonly path: string;
  readonly id: string;
  readonly group:
    'Evaluation' | 'Decisions' | 'Policies' | 'Changes' | 'Book' | 'Losses' | 'Access' | 'Audit' | 'Operation';
  readonly title: string;
  readonly text: string;
  readonly permission: RoutePermission;
  readonly query?: z.ZodObject;
  /** What each `:name` of the path is. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly body?: { readonly mediaType: string; readonly component: string; readonly example: unknown };
  readonly answer: {
    /** 200 where it is left out; 204 and 303 have no body. */
    readonly status?: 201 | 204 | 303;
    readonly text: string;
    readonly mediaType: string;
    readonly component: string | null;
    /** Rows of a page: of how many (`Content-Range`), or of a list that only grows, with where it goes on (`Link`). */
    readonly list?: true | 'linked';
  };
  /** What it can be refused with, beside what any route can be. */
  readonly problems: readonly ProblemCode[];
  /** Answers with an entity tag, and with 304 to who has it. */
  readonly tagged?: true;
}
