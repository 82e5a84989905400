import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the environment', () => {
  it('may be empty', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      ok: true,
      config: {
        port: 3000,
        host: '127.0.0.1',
        databaseUrl: null,
        access: { isDemo: true, publicUrl: null, oidc: null },
        logLevel: 'info',
      },
    });
    expect(read.ok && read.config.dataDir).toMatch(/^\/.*\.data$/);
    expect(read.ok && read.config.auditKeyFile).toMatch(/^\/.*\.data\/audit-key\.pem$/);
  });

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('is read whole', () => {
    const read = readConfig({
      PORT: '8080',
      HOST: '::1',
      DATABASE_URL: 'postgresql://u:p@db.example:5432/x',
      DATA_DIR: '/data',
      AUDIT_KEY_FILE: '/keys/audit.pem',
      DEMO: 'off',
      PUBLIC_URL: 'https://backstop.example/',
      OIDC_ISSUER: 'https://id.example/realm',
      OIDC_CLIENT_ID: 'backstop',
      OIDC_CLIENT_SECRET: 's',
      OIDC_SCOPE: 'openid groups',
      OIDC_ROLES_CLAIM: 'groups',
      OIDC_LABEL: 'Example ID',
      LOG_LEVEL: 'debug',
    });
    expect(read).toEqual({
      ok: true,
      config: {
        port: 8080,
        host: '::1',
        databaseUrl: 'postgresql://u:p@db.example:5432/x',
        dataDir: '/data',
        auditKeyFile: '/keys/audit.pem',
        access: {
          isDemo: false,
          publicUrl: 'https://backstop.example',
          oidc: {
            issuer: 'https://id.example/realm',
            clientId: 'backstop',
            clientSecret: 's',
            scope: 'openid groups',
            rolesClaim: 'groups',
            label: 'Example ID',
          },
        },
        logLevel: 'debug',
      },
    });
  });

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('lets a demonstration listen on %s', (HOST) => {
    expect(readConfig({ HOST, DEMO: 'on' }).ok).toBe(true);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', 'example.com', 'localhost.example.com', '127.0.0.1.example.com'])(
    'does not let a demonstration listen on %s',
    (HOST) => {
      const read = readConfig({ HOST, DEMO: 'on' });
      expect(read).toEqual({ ok: false, faults: [expect.stringMatching(/^HOST must be a loopback address/)] });
      expect(readConfig({ HOST, DEMO: 'off' }).ok).toBe(true);
    },
  );

  it.each([
    [{}, true],
    [{ DATABASE_URL: 'postgres://db.example/x' }, false],
    [{ HOST: '10.0.0.1' }, false],
    [{ DEMO: 'off' }, false],
    [{ DEMO: 'on', DATABASE_URL: 'postgres://db.example/x' }, true],
  ])('%j is a demonstration: %s', (variables, isDemo) => {
    expect(readConfig(variables)).toMatchObject({ ok: true, config: { access: { isDemo } } });
  });

  it.each([
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_ISSUER'],
    [{ OIDC_CLIENT_ID: 'backstop' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'backstop' }, 'PUBLIC_URL'],
  ])('%j is not enough for OIDC', (variables, name) => {
    expect(readConfig(variables)).toEqual({ ok: false, faults: [expect.stringMatching(new RegExp(`^${name} must`))] });
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PORT', '80.5'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'db.example'],
    ['DATABASE_URL', 'http://db.example'],
    ['DEMO', 'yes'],
    ['PUBLIC_URL', 'backstop.example'],
    ['PUBLIC_URL', 'https://backstop.example/console'],
    ['PUBLIC_URL', 'ftp://backstop.example'],
    ['OIDC_ISSUER', 'http://id.example'],
    ['OIDC_SCOPE', 'profile'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s=%s as wrong', (name, value) => {
    const read = readConfig({ [name]: value });
    const faults = read.ok ? [] : read.faults;
    expect(faults[0]).toMatch(new RegExp(`^${name} must`));
  });

  it('tells every fault at once, that of the demonstration too', () => {
    const read = readConfig({ PORT: 'x', HOST: '0.0.0.0', DEMO: 'on', LOG_LEVEL: 'loud' });
    expect(read.ok ? [] : read.faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'HOST',
      'LOG_LEVEL',
      'PORT',
    ]);
  });
});
