import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parseInstant, type Instant } from '@backstop/core/venue';
import type { AuditAct, ApiKeyListQuery, ApiKeyRequest, ApiKeyResource, RotationRequest } from '@backstop/contracts';
import { paths, pathOf } from '@backstop/contracts';
import type { Person } from '@backstop/core/access';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { UnitOfWork, type Answer } from '../persistence/unit-of-work.ts';
import { apiKeyView, keyStatus } from './api-key-view.ts';
import { ApiKeyRepository } from './api-key.repository.ts';
import { keyText, newKeyId, newKeyToken } from './key-token.ts';
import type { KeyWithHashes } from './stored-key.ts';
import { tokenDigest } from './tokens.ts';
import { VerifierService } from './verifier.service.ts';

type Manager = Parameters<Parameters<UnitOfWork['run']>[0]>[0];

/** The longest life of a key, in milliseconds: 400 days. */
const LIFE_MS = 400 * 24 * 3_600_000;

@Injectable()
export class ApiKeysService {
  readonly #unit: UnitOfWork;
  readonly #keys: ApiKeyRepository;
  readonly #verifier: VerifierService;
  readonly #clock: Clock;

  constructor(unit: UnitOfWork, keys: ApiKeyRepository, verifier: VerifierService, @Inject(CLOCK) clock: Clock) {
    this.#unit = unit;
    this.#keys = keys;
    this.#verifier = verifier;
    this.#clock = clock;
  }

  async list({ q, status, ...page }: ApiKeyListQuery): Promise<{ rows: ApiKeyResource[]; total: number }> {
    const at = this.#clock();
    const { rows, total } = await this.#keys.page({ ...page, text: q, status }, at);
    return { rows: rows.map((key) => apiKeyView(key, at)), total };
  }

  async find(id: string): Promise<ApiKeyResource> {
    return apiKeyView(await this.#known(id), this.#clock());
  }

  async create(by: Person, asked: ApiKeyRequest, request: FastifyRequest): Promise<Answer> {
    const { name, scopes } = asked;
    const expiresAt = this.#expiryOf(asked);
    return this.#unit.answerOnce({ request, actor: by.id }, async (manager) => {
      const token = newKeyToken(newKeyId());
      const [{ id }, at, secretHash] = [token, this.#clock(), tokenDigest(token.secret)];
      const isDemo = false;
      await this.#keys.insert(manager, { id, name, scopes, secretHash, isDemo, at, createdBy: by.id, expiresAt });
      const key = apiKeyView(await this.#known(id, manager), at);
      const details = { name, scopes, expiresAt: key.expiresAt };
      await this.#tell(manager, { by, act: 'key.created', id, details });
      const headers = { location: pathOf(paths.apiKey, { id }) };
      return { status: 201, headers, body: { key, secret: keyText(token) }, bodyAgain: { key, secret: null } };
    });
  }

  /** Another secret; the one before works on for the overlap, and the one before that no longer. */
  async rotate(by: Person, id: string, { overlapSeconds }: RotationRequest, request: FastifyRequest): Promise<Answer> {
    const answer = await this.#unit.answerOnce({ request, actor: by.id }, async (manager) => {
      const at = this.#clock();
      const before = await this.#known(id, manager);
      if (keyStatus(before, at) !== 'active') {
        throw new ProblemError('api_key_must_be_active', 'a key that has ended gets no new secret: make another key');
      }
      const token = newKeyToken(id);
      const until = overlapSeconds === 0 ? null : at + overlapSeconds * 1000;
      await this.#keys.rotate(manager, { id, secretHash: tokenDigest(token.secret), at, until });
      const key = apiKeyView(await this.#known(id, manager), at);
      await this.#tell(manager, { by, act: 'key.rotated', id, details: { overlapUntil: key.overlapUntil } });
      return { status: 200, headers: {}, body: { key, secret: keyText(token) }, bodyAgain: { key, secret: null } };
    });
    this.#verifier.forget();
    return answer;
  }

  /** Ends a key for good; ending it again changes nothing. */
  async revoke(by: Person, id: string): Promise<void> {
    await this.#unit.run(async (manager) => {
      const { revokedAt } = await this.#known(id, manager);
      if (revokedAt !== null) return;
      await this.#keys.revoke(manager, id, this.#clock());
      await this.#tell(manager, { by, act: 'key.revoked', id, details: {} });
    });
    this.#verifier.forget();
  }

  #expiryOf({ expiresAt: text }: ApiKeyRequest): Instant {
    const at = this.#clock();
    const instant = parseInstant(text);
    if (instant !== null && instant > at && instant <= at + LIFE_MS) return instant;
    const message = 'must be an instant in the future, at most 400 days from now';
    throw refused([{ code: 'out_of_range', path: '/expiresAt', message }]);
  }

  /** One key, locked where a manager is given. */
  async #known(id: string, manager?: Manager): Promise<KeyWithHashes> {
    const key = /^[0-9a-f]{16}$/.test(id) ? await this.#keys.find(id, manager) : null;
    if (key === null) throw new ProblemError('api_key_not_found', `there is no API key ${id.slice(0, 100)}`);
    return key;
  }

  #tell(
    manager: Manager,
    {
      by,
      act,
      id,
      details,
    }: { by: Person; act: AuditAct; id: string; details: Parameters<typeof appendAudit>[1]['details'] },
  ): Promise<void> {
    const subject = `key:${id}`;
    return appendAudit(manager, { at: this.#clock(), actor: by.id, act, subject, before: null, after: null, details });
  }
}
