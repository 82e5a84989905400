import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { kinds } from '@backstop/core/kinds';
import type { RegisteredKind } from '@backstop/core/policy';
import type { KindResource } from '@backstop/contracts';
import { ProblemError } from '../http/problem-error.ts';

/** The register as the wire shows it; it cannot change while the process runs. */
const KINDS: readonly KindResource[] = Object.values<RegisteredKind>(kinds).map(kindResource);

/** The register of kinds as the wire shows it. */
@Injectable()
export class KindsService {
  list(): readonly KindResource[] {
    return KINDS;
  }

  find(id: string): KindResource {
    const kind = KINDS.find((each) => each.id === id);
    if (kind === undefined) throw new ProblemError('kind_not_found', `there is no policy kind ${id.slice(0, 200)}`);
    return kind;
  }
}

/** What an author writes: the input side of the schema, before defaults are filled. */
function kindResource({ id, title, subject, schema }: RegisteredKind): KindResource {
  return { id, title, subject, schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
}
