import { describe, expect, it } from '@jest/globals';
import { splitMysqlScript, splitPostgresScript } from './split-script.js';

describe('splitMysqlScript', () => {
  it('gives statements under a delimiter of their own one by one', () => {
    const script =
      'SELECT 1; SELECT 2;\nDELIMITER ;;\nCREATE TRIGGER a BEGIN x; END;;\n\nCREATE TRIGGER b BEGIN y; END;;\nDELIMITER ;\nSELECT 3;\n';
    expect([...splitMysqlScript(script)].map((text) => text.trim())).toEqual([
      'SELECT 1; SELECT 2;',
      'CREATE TRIGGER a BEGIN x; END',
      'CREATE TRIGGER b BEGIN y; END',
      'SELECT 3;',
    ]);
  });
});

describe('splitPostgresScript', () => {
  it('parts statements from rows, and keeps rows as they are', () => {
    const script = 'CREATE TABLE t (a text);\nCOPY t (a) FROM stdin;\nx\\ty\n-- no comment\n\\.\nSELECT 1;\n';
    expect([...splitPostgresScript(script)]).toEqual([
      { sql: 'CREATE TABLE t (a text);' },
      { copy: 'COPY t (a) FROM stdin;', rows: 'x\\ty\n-- no comment\n' },
      { sql: 'SELECT 1;\n' },
    ]);
  });

  it('leaves out what only psql or a superuser can do', () => {
    const script =
      'CREATE DATABASE chinook;\n\\c chinook;\nALTER TABLE public.t OWNER TO postgres;\nREVOKE ALL ON SCHEMA public FROM PUBLIC;\nSELECT 1;';
    expect([...splitPostgresScript(script)]).toEqual([{ sql: 'SELECT 1;' }]);
  });
});
