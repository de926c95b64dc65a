import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from './open-store.js';
import { silentLogger } from './silent-logger.js';

const SENT = 'zqneverrepeated';

describe('what the database layer has to say', () => {
  const printed: string[] = [];
  beforeEach(() => {
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text: unknown) => printed.push(String(text)) > 0);
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
    printed.splice(0);
  });

  it('is printed nowhere, whatever it is about', () => {
    silentLogger.logQuery(SENT);
    silentLogger.logQueryError(SENT, SENT);
    silentLogger.logQuerySlow(1_000, SENT);
    silentLogger.logSchemaBuild(SENT);
    silentLogger.logMigration(SENT);
    silentLogger.log('warn', SENT);
    expect(printed).toEqual([]);
  });

  it('is not printed of a statement that fails', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-silent-'));
    const engine = await openEngine({ url: `sqlite:${join(folder, 'store.db')}` });
    await expect(engine.run((runner) => runner.query(`SELECT '${SENT}' FROM nowhere`))).rejects.toThrow();
    await engine.close();
    rmSync(folder, { recursive: true });
    expect(printed.join('')).not.toContain(SENT);
  });
});
