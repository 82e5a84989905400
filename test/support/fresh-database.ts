import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseAt, EMPTY_TEMPLATE, TEMPLATE } from './database-broker.ts';

/** A database of a spec file's own. */
export interface FreshDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A copy of the template with the shipped profile, or of the one with nothing but tables. */
export async function freshDatabase(content: 'shipped' | 'empty'): Promise<FreshDatabase> {
  const server = await serverUrl();
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const template = content === 'shipped' ? TEMPLATE : EMPTY_TEMPLATE;
  await run(server, `create database ${name} template ${template}`);
  return { url: databaseAt(server, name), drop: () => run(server, `drop database ${name} with (force)`) };
}

async function serverUrl(): Promise<string> {
  const answer = await text(connect(inject('databaseBrokerPort'), '127.0.0.1'));
  const { url, reason } = JSON.parse(answer) as { url?: string; reason?: string };
  if (url === undefined) throw new Error(`the test database cannot be had: ${reason ?? 'no reason given'}`);
  return url;
}

/** Copies of one template wait for each other, and for whoever is still in it. */
async function run(url: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const isBusy = (error as { code?: string }).code === '55006';
      if (!isBusy || attempt >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end();
    }
  }
}
