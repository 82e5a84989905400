import { z } from 'zod';
import { problemCodes, type ProblemCode } from '@backstop/contracts';
import { accessCodes, SECURITY_SCHEMES, securityOf } from './access-of.ts';
import { componentSchemas } from './components.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

type Json = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document. */
export function openapiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:([a-z]+)/g, '{$1}');
    (paths[path] ??= {})[operation.method] = operationObject(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Backstop',
      version: '1',
      description:
        'Policies for negative balance protection on derivatives venues. Amounts are decimal text, instants are RFC 3339 UTC, every refusal is a problem (RFC 9457), every answer carries `X-Request-Id`.',
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Evaluation' },
      { name: 'Decisions' },
      { name: 'Policies' },
      { name: 'Changes' },
      { name: 'Book' },
      { name: 'Access' },
      { name: 'Audit' },
      { name: 'Operation' },
    ],
    paths,
    components: { schemas: componentSchemas(), securitySchemes: SECURITY_SCHEMES },
  };
}

function operationObject(operation: Operation): Json {
  const { id, group, title, text, body, permission } = operation;
  return {
    operationId: id,
    tags: [group],
    summary: title,
    description: text,
    'x-permission': permission,
    security: securityOf(operation),
    parameters: [...pathParameters(operation), ...queryParameters(operation)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [body.mediaType]: { schema: reference(body.component), example: body.example } },
          },
        }),
    responses: { ...success(operation), ...refusals(operation) },
  };
}

function pathParameters({ parts = {} }: Operation): Json[] {
  return Object.entries(parts).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation): Json[] {
  if (query === undefined) return [];
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = typeof property === 'object' ? property : {};
    return { name, in: 'query', required: false, description, schema };
  });
}

function success({ answer, tagged }: Operation): Json {
  const { status = 200, text, mediaType, component, list } = answer;
  const one = component === null ? {} : reference(component);
  const schema = list !== undefined ? { type: 'array', items: one } : one;
  const headers = {
    'X-Request-Id': header('Id of the request.'),
    ...(tagged === true ? { ETag: header('Entity tag, for `If-None-Match`.') } : {}),
    ...(list === 'linked' ? { Link: header('Where the next page is: `rel="next"`; absent on the last.') } : {}),
    ...(list === true ? { 'Content-Range': header('Which rows of how many: `policies 0-24/352`.') } : {}),
  };
  return {
    [status]: { description: text, headers, ...(status > 201 ? {} : { content: { [mediaType]: { schema } } }) },
    ...(tagged === true ? { 304: { description: 'The reader already has it.' } } : {}),
  };
}

/** Codes of one status share its response. */
function refusals(operation: Operation): Json {
  const codes = new Set<ProblemCode>([...operation.problems, ...accessCodes(operation), 'internal_error']);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.map((code) => `\`${code}\`: ${problemCodes[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  );
}

function reference(component: string): Json {
  return { $ref: `#/components/schemas/${component}` };
}

function header(description: string): Json {
  return { description, schema: { type: 'string' } };
}
