import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newAuditKey } from '@backstop/api/audit/audit-key';
import { signCheckpoint } from '@backstop/api/audit/signed-checkpoint';
import { readVerifyTask } from '@backstop/api/audit/verify-arguments';
import { verifyExport, type VerifyReport } from '@backstop/api/audit/verify-export';
import { sha256 } from '@backstop/api/persistence/sha256';
import { canonicalJson, linkAfter, type ChainPlace } from '@backstop/core/canonical';
import { auditExportLine, paths, type AuditExportLine } from '@backstop/contracts';
import type { DataSource } from 'typeorm';
import { appendActs, asOwner, auditedApp, checkpointsOf, verified } from '../support/audited-app.ts';
import { cleanups } from '../support/cleanups.ts';
import { silentSession } from '../support/silent-session.ts';
import type { TestApp } from '../support/start-app.ts';

const after = cleanups();

/** The export in a file. */
async function exported(app: TestApp): Promise<string> {
  const { fetch } = await silentSession(app, 'auditor');
  const text = await (await fetch(paths.auditExport)).text();
  const file = join(await after.folder(), 'audit.ndjson');
  await writeFile(file, text);
  return file;
}

async function offline(file: string, ...words: string[]): Promise<VerifyReport & { readonly said: string }> {
  const task = readVerifyTask([file, ...words]);
  if (task === null) throw new Error('the words are wrong');
  const report = await verifyExport(task);
  return { ...report, said: report.lines.join('\n') };
}

/** Both ways of verifying find the same fault. */
async function expectFault(
  app: TestApp,
  code: string,
  sequence: number,
  kept: readonly ChainPlace[] = [],
): Promise<void> {
  const verdict = await verified(app, kept);
  expect(verdict.fault).toMatchObject({ code, sequence });
  expect(verdict.ok).toBe(false);
  const words = kept.flatMap((place) => ['--checkpoint', `${String(place.sequence)}:${place.hash}`]);
  const { isRight, said } = await offline(await exported(app), ...words);
  expect(said).toContain(`${verdict.fault?.message ?? ''} (${code})`);
  expect(isRight).toBe(false);
}

/** Writes the chain anew from an entry on, so that every hash is right again; the head that comes of it. */
async function rewriteFrom(dataSource: DataSource, sequence: number): Promise<ChainPlace> {
  const rows = await dataSource.query<{ sequence: string; hash: string; body: string }[]>(
    'select sequence, hash, body from audit_entry where sequence >= $1 order by sequence',
    [sequence - 1],
  );
  let last: ChainPlace = { sequence: sequence - 1, hash: rows[0]?.hash ?? '' };
  for (const row of rows.slice(1)) {
    const body = {
      ...(JSON.parse(row.body) as object),
      ...(Number(row.sequence) === sequence ? { actor: 'nobody' } : {}),
    };
    const { previous, hash } = linkAfter(last, body, sha256);
    await asOwner(dataSource, [
      'update audit_entry set previous = $2, hash = $3, body = $4, actor = $5 where sequence = $1',
      [row.sequence, previous, hash, canonicalJson(body), body.actor],
    ]);
    last = { sequence: Number(row.sequence), hash };
  }
  return last;
}

describe('what the owner of the database does to it past the triggers is found', () => {
  it.each([
    ['an edit', `update audit_entry set body = replace(body, 'loss.recorded', 'loss.forgotten') where sequence = 5`],
    ['an edit of an instant', `update audit_entry set body = replace(body, '"at":"20', '"at":"19') where sequence = 5`],
    ['an edit of who', `update audit_entry set actor = 'somebody' where sequence = 5`],
    ['an edit of when', `update audit_entry set at = 'infinity' where sequence = 5`],
    ['an edit of what to', `update audit_entry set subject = 'thing:9' where sequence = 5`],
    ['an edit of the mere spelling', `update audit_entry set body = body || ' ' where sequence = 5`],
    ['a body that is no JSON', `update audit_entry set body = '{' where sequence = 5`],
    ['an edit of the hash', `update audit_entry set hash = repeat('a', 64) where sequence = 5`],
  ])('%s', async (_name, statement) => {
    const app = await auditedApp(after, 20);
    await asOwner(app.dataSource, statement);
    await expectFault(app, 'link_must_match_its_hash', 5);
  });

  it('a deletion, at the entry after it', async () => {
    const app = await auditedApp(after, 20);
    await asOwner(app.dataSource, 'delete from audit_entry where sequence = 7');
    await expectFault(app, 'link_must_follow_the_one_before', 8);
  });

  it('a deletion of the first', async () => {
    const app = await auditedApp(after, 20);
    await asOwner(app.dataSource, 'delete from audit_entry where sequence = 1');
    await expectFault(app, 'link_must_follow_the_one_before', 2);
  });

  it('another order', async () => {
    const app = await auditedApp(after, 20);
    await asOwner(
      app.dataSource,
      'update audit_entry set sequence = 1000 where sequence = 5',
      'update audit_entry set sequence = 5 where sequence = 6',
      'update audit_entry set sequence = 6 where sequence = 1000',
    );
    await expectFault(app, 'link_must_follow_the_one_before', 5);
  });

  it('an insertion', async () => {
    const app = await auditedApp(after, 20);
    await asOwner(
      app.dataSource,
      'update audit_entry set sequence = sequence + 1000 where sequence > 9',
      `insert into audit_entry select 10, previous, repeat('b', 64), body, at, actor, act, subject
       from audit_entry where sequence = 1010`,
      'update audit_entry set sequence = sequence - 999 where sequence > 1000',
    );
    await expectFault(app, 'link_must_match_its_hash', 10);
  });

  it('an end that was cut off, by the checkpoint that is left', async () => {
    const app = await auditedApp(after, 20);
    await asOwner(app.dataSource, 'delete from audit_entry where sequence > 15');
    await expectFault(app, 'chain_must_reach_its_checkpoint', 15);
  });

  it('an end that was cut off with its checkpoints, by the one that was kept elsewhere', async () => {
    const app = await auditedApp(after, 20);
    const kept = (await checkpointsOf(app)).at(-1)!;
    await asOwner(
      app.dataSource,
      'delete from audit_entry where sequence > 15',
      'delete from audit_checkpoint where sequence > 15',
    );
    expect(await verified(app)).toMatchObject({ ok: true, entries: 15 });
    await expectFault(app, 'chain_must_reach_its_checkpoint', 15, [kept]);
  });

  it('everything gone, by the one that was kept elsewhere', async () => {
    const app = await auditedApp(after, 20);
    const kept = (await checkpointsOf(app)).at(-1)!;
    await asOwner(app.dataSource, 'truncate audit_entry, audit_checkpoint');
    expect(await verified(app)).toMatchObject({ ok: true, entries: 0, head: null });
    await expectFault(app, 'chain_must_reach_its_checkpoint', 0, [kept]);
  });

  it('a chain that was written anew from some entry on, at the first checkpoint after it', async () => {
    const app = await auditedApp(after, 20);
    const [, halfway] = await checkpointsOf(app);
    await rewriteFrom(app.dataSource, 5);
    await expectFault(app, 'chain_must_agree_with_its_checkpoint', halfway?.sequence ?? 0);
  });

  it('one that was written anew and signed with another key, by a place or a key that was kept elsewhere', async () => {
    const app = await auditedApp(after, 20);
    const kept = (await checkpointsOf(app)).at(-1)!;
    const head = await rewriteFrom(app.dataSource, 5);
    const forged = signCheckpoint(head, Date.now(), newAuditKey());
    await asOwner(app.dataSource, 'delete from audit_checkpoint where sequence > 1', [
      'insert into audit_checkpoint values ($1, $2, $3, $4, $5, $6)',
      [forged.sequence, forged.hash, forged.at, forged.keyId, forged.publicKey, forged.signature],
    ]);
    // Nothing in the database tells any more; its keys do, to who knows them.
    expect(await verified(app)).toMatchObject({ ok: true, keyIds: [kept.keyId, forged.keyId] });
    await expectFault(app, 'chain_must_agree_with_its_checkpoint', kept.sequence, [kept]);
    const key = join(await after.folder(), 'key.txt');
    await writeFile(key, kept.publicKey);
    const { isRight, said } = await offline(await exported(app), '--public-key', key);
    expect(said).toContain('checkpoint_must_be_signed_by_a_known_key');
    expect(isRight).toBe(false);
  });

  it('a checkpoint that was changed', async () => {
    const app = await auditedApp(after, 20);
    await asOwner(app.dataSource, `update audit_checkpoint set at = at - interval '1 day' where sequence = 1`);
    await expectFault(app, 'checkpoint_must_be_signed_by_its_key', 1);
  });
});

describe('the command', () => {
  it('says of a chain that is whole how far it goes, and whose signatures it has', async () => {
    const app = await auditedApp(after, 20);
    const [first] = await checkpointsOf(app);
    const { head } = await verified(app);
    const file = await exported(app);
    expect(await offline(file)).toMatchObject({
      isRight: true,
      lines: [
        'The chain is whole: 21 entries, 3 checkpoints.',
        `It ends at entry 21 with the hash ${head?.hash ?? ''}.`,
        `Its checkpoints are signed by ${first?.keyId ?? ''}, which the export names itself: --public-key holds them against one you kept.`,
      ],
    });
    const key = join(await after.folder(), 'key.pem');
    await writeFile(key, `-----BEGIN PUBLIC KEY-----\n${first?.publicKey ?? ''}\n-----END PUBLIC KEY-----\n`);
    const held = await offline(file, '--public-key', key, '--checkpoint', `1:${first?.hash ?? ''}`);
    expect(held).toMatchObject({ isRight: true });
    expect(held.lines).toHaveLength(2);
  });

  let known: readonly string[] | null = null;
  /** The lines of an export, which each test changes in its own way. */
  const linesOfOne = async (): Promise<readonly string[]> => {
    if (known === null) {
      const { fetch } = await silentSession(await auditedApp(after, 20), 'auditor');
      const text = await (await fetch(paths.auditExport)).text();
      known = text.trimEnd().split('\n');
    }
    return known;
  };
  const entryAt = (lines: readonly string[], sequence: number): number =>
    lines.findIndex((line) => {
      const told = auditExportLine.parse(JSON.parse(line));
      return 'entry' in told && told.entry.sequence === sequence;
    });
  const changedEntry = (lines: string[], sequence: number, change: (line: string) => string): string[] =>
    lines.with(entryAt(lines, sequence), change(lines[entryAt(lines, sequence)]!));
  const withEnd = (lines: string[], end: Partial<Extract<AuditExportLine, { end: true }>>): string[] => {
    const last = JSON.parse(lines.at(-1)!) as object;
    return lines.with(-1, JSON.stringify({ ...last, ...end }));
  };

  it.each<[string, (lines: string[]) => string[], string]>([
    ['an edit', (lines) => changedEntry(lines, 9, (line) => line.replace('ann', 'eve')), 'link_must_match_its_hash'],
    [
      'a deletion',
      (lines) => withEnd(lines.toSpliced(entryAt(lines, 9), 1), { entries: 20 }),
      'link_must_follow_the_one_before',
    ],
    [
      'another order',
      (lines) =>
        lines.with(entryAt(lines, 8), lines[entryAt(lines, 9)]!).with(entryAt(lines, 9), lines[entryAt(lines, 8)]!),
      'link_must_follow_the_one_before',
    ],
    [
      'an entry told twice',
      (lines) => withEnd(lines.toSpliced(entryAt(lines, 9), 0, lines[entryAt(lines, 9)]!), { entries: 22 }),
      'link_must_follow_the_one_before',
    ],
    ['a cut', (lines) => lines.slice(0, 12), 'the export was cut'],
    ['a cut that leaves the end', (lines) => lines.toSpliced(12, 5), 'link_must_follow_the_one_before'],
    [
      'the last entries gone, counted anew',
      (lines) => withEnd(lines.toSpliced(-4, 2), { entries: 19 }),
      'chain_must_reach_its_checkpoint',
    ],
    [
      'a count that is not so',
      (lines) => withEnd(lines, { entries: 7 }),
      'the export says that it has 7 entries and 3 checkpoints, and has 21 entries',
    ],
    ['lines after the end', (lines) => [...lines, lines[0]!], 'stands after the end'],
    ['a line that is no JSON', (lines) => lines.with(3, '{'), 'line 4 is not JSON'],
    [
      'half a surrogate pair',
      (lines) => lines.with(3, '{"entry":"\\ud800"}'),
      'line 4 is not JSON that has a canonical form',
    ],
    ['a line of another sort', (lines) => lines.with(3, '{"note":1}'), 'line 4 is neither an entry'],
    [
      'an entry without a body',
      (lines) => changedEntry(lines, 9, (line) => line.replace(/"body":\{.*\}\}\}?/, '"bodies":1}}')),
      'is neither an entry',
    ],
    ['nothing at all', () => [], 'the export was cut'],
  ])('finds %s', async (_name, change, sentence) => {
    const file = join(await after.folder(), 'audit.ndjson');
    await writeFile(file, change([...(await linesOfOne())]).join('\n') + '\n');
    const { isRight, said } = await offline(file);
    expect(said).toContain(sentence);
    expect(isRight).toBe(false);
  });

  it('says what it cannot read', async () => {
    expect((await offline('/nowhere/audit.ndjson')).said).toMatch(
      /^Not verified: \/nowhere\/audit.ndjson cannot be read: /,
    );
    const file = await exported(await auditedApp(after, 2));
    expect((await offline(file, '--public-key', file)).said).toMatch(/^Not verified: .* holds no public key: /);
  });

  it.each([[[]], [['a', 'b']], [['a', '--checkpoint', '0:' + 'a'.repeat(64)]], [['a', '--unknown']]])(
    'does not take %j',
    (words) => {
      expect(readVerifyTask(words)).toBeNull();
    },
  );

  it('walks an export of many chunks', async () => {
    const app = await auditedApp(after, 2);
    await appendActs(app.dataSource, 700);
    expect((await offline(await exported(app))).isRight).toBe(true);
  });
});
