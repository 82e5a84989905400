import { problemCodes } from '@backstop/contracts';
import type { Operation } from './operation.ts';
import { openapiDocument } from './openapi.ts';
import { operations } from './operations.ts';
import { schemaRows } from './schema-rows.ts';
import { escaped, marked } from './markup.ts';
import { REFERENCE_STYLE } from './reference-style.ts';

/** The API as one page for people: whole without a network, and without a script. */
export function referencePage(): string {
  const { components } = openapiDocument() as { components: { schemas: Record<string, object> } };
  const groups = [...new Set(operations.map(({ group }) => group))];
  const links = operations.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('');
  const names = Object.keys(components.schemas);
  const shapes = names.map((name) => `<li><a href="#schema-${name}">${name}</a></li>`).join('');
  const main = [
    ...groups.map((group) => {
      const of = operations.filter((operation) => operation.group === group);
      return `<section><h2>${group}</h2>${of.map(operationPart).join('')}</section>`;
    }),
    `<section><h2>Schemas</h2>${names.map((name) => schemaPart(name, components.schemas[name] ?? {})).join('')}</section>`,
    `<section><h2>Problems</h2>${problemTable()}</section>`,
  ].join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Backstop API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${REFERENCE_STYLE}</style></head><body>
<nav aria-label="Contents"><p class="name">Backstop API</p><p><a href="/v1/openapi.json">openapi.json</a></p>
<h2>Routes</h2><ul>${links}</ul><h2>Schemas</h2><ul>${shapes}</ul></nav>
<main><h1>Backstop API</h1><p>JSON over HTTP. Amounts are decimal text such as <code>"12.5"</code>, instants are RFC 3339
UTC. Every refusal is a problem (RFC 9457), every answer carries <code>X-Request-Id</code>. Fields may be added to
answers, never renamed.</p>${main}</main></body></html>`;
}

function operationPart({ method, path, id, title, text, permission, parts, query, body, answer, problems }: Operation) {
  const rows = [
    ...Object.entries(parts ?? {}).map(([name, meaning]) => parameterRow(name, 'path', meaning)),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) =>
      parameterRow(name, 'query', (schema as { description?: string }).description ?? ''),
    ),
  ];
  const example = typeof body?.example === 'string' ? body.example : JSON.stringify(body?.example, null, 2);
  const answered = answer.component === null ? answer.mediaType : schemaLink(answer.component, answer.list === true);
  return `<article id="${id}"><h3>${escaped(title)}</h3>
<p class="route"><b>${method.toUpperCase()}</b> <code>${escaped(path)}</code> <span>${permission}</span></p>
<p>${marked(text)}</p>
${rows.length === 0 ? '' : `<table><thead><tr><th>Parameter</th><th>In</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`}
${body === undefined ? '' : `<p>Body: ${body.mediaType}, ${schemaLink(body.component)}</p><pre tabindex="0"><code>${escaped(example)}</code></pre>`}
<p>Answer: ${answered}. ${marked(answer.text)}</p>
${problems.length === 0 ? '' : `<p>Refused with ${problems.map((code) => `<a href="#problem-${code}"><code>${code}</code></a>`).join(', ')}.</p>`}
</article>`;
}

function parameterRow(name: string, place: string, meaning: string): string {
  return `<tr><td><code>${escaped(name)}</code></td><td>${place}</td><td>${marked(meaning)}</td></tr>`;
}

function schemaPart(name: string, schema: object): string {
  const rows = schemaRows(schema).map(
    ({ path, type, meaning }) =>
      `<tr><td><code>${escaped(path)}</code></td><td>${escaped(type)}</td><td>${marked(meaning)}</td></tr>`,
  );
  return `<article id="schema-${name}"><h3>${name}</h3><table><thead><tr><th>Field</th><th>Type</th><th>Meaning</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></article>`;
}

function problemTable(): string {
  const rows = Object.entries(problemCodes).map(
    ([code, { status, title }]) =>
      `<tr id="problem-${code}"><td><code>${code}</code></td><td>${String(status)}</td><td>${escaped(title)}</td></tr>`,
  );
  return `<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function schemaLink(name: string, isList = false): string {
  const link = `<a href="#schema-${name}">${name}</a>`;
  return isList ? `a list of ${link}` : link;
}
