import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the environment', () => {
  it('may be empty', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      ok: true,
      config: { port: 3000, host: '127.0.0.1', databaseUrl: null, access: 'open', logLevel: 'info' },
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
      ACCESS: 'open',
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
        access: 'open',
        logLevel: 'debug',
      },
    });
  });

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('lets open access listen on %s', (HOST) => {
    expect(readConfig({ HOST, ACCESS: 'open' }).ok).toBe(true);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', 'example.com', 'localhost.example.com', '127.0.0.1.example.com'])(
    'does not let open access listen on %s',
    (HOST) => {
      const read = readConfig({ HOST });
      expect(read).toEqual({ ok: false, faults: [expect.stringMatching(/^HOST must be a loopback address/)] });
      expect(readConfig({ HOST, ACCESS: 'closed' }).ok).toBe(true);
    },
  );

  it.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PORT', '80.5'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'db.example'],
    ['DATABASE_URL', 'http://db.example'],
    ['ACCESS', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s=%s as wrong', (name, value) => {
    const read = readConfig({ [name]: value });
    expect(read).toEqual({ ok: false, faults: [expect.stringMatching(new RegExp(`^${name} must`))] });
  });

  it('tells every fault at once, that of open access too', () => {
    const read = readConfig({ PORT: 'x', HOST: '0.0.0.0', LOG_LEVEL: 'loud' });
    expect(read.ok ? [] : read.faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'HOST',
      'LOG_LEVEL',
      'PORT',
    ]);
  });
});
