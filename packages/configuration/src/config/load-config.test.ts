import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connector, InvalidInputError } from '@habeas/connector-sdk';
import { z } from 'zod';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { loadConfig } from './load-config.js';

const connector: Connector = {
  manifest: {
    id: 'shelf',
    version: '1.0.0',
    sdk: 1,
    title: 'Shelf',
    kind: 'sql',
    systems: [{ name: 'Shelf', versions: '1', tested: true }],
    needsDataMap: true,
    gaps: [],
  },
  config: z.strictObject({ file: z.string() }),
  open: () => Promise.reject(new Error('not opened here')),
};
const connectors = new Map([['shelf', connector]]);
const MAP = 'dataMap: 1\ncollections:\n  person:\n    fields:\n      email: { identifier: email }\n';

describe('loadConfig', () => {
  let folder = '';
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const faults = (text: string, options = {}): readonly string[] => {
    try {
      loadConfig(write('habeas.yaml', text), connectors, options);
    } catch (error) {
      if (error instanceof InvalidInputError)
        return error.message.split('\n').map((line) => line.replaceAll(/^\S*\/|^(?:\.\.\/)+\S*\//gu, ''));
      throw error;
    }
    return [];
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-'));
    write('shelf.map.yaml', MAP);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads a configuration with its data maps, paths taken from where it stands', () => {
    const text =
      'habeas: 1\ncontroller: { name: Example Association }\nphoneRegion: FR\nsigning: { keyFile: ./key.pem }\n' +
      'sources:\n  shelf: { connector: shelf, dataMap: ./shelf.map.yaml, config: { file: ./a.db } }\n';
    const loaded = loadConfig(write('habeas.yaml', text), connectors);
    expect(loaded).toMatchObject({
      controller: { name: 'Example Association', language: 'en', timeZone: 'Europe/Paris', holidays: 'FR' },
      signingKeyFile: join(folder, 'key.pem'),
    });
    expect(loaded.sources[0]).toMatchObject({
      id: 'shelf',
      title: 'shelf',
      phoneRegion: 'FR',
      settings: { file: './a.db' },
      baseDirectory: folder,
    });
    expect(Object.keys(loaded.sources[0]?.dataMap?.map.collections ?? {})).toEqual(['person']);
    expect(loaded.controllerText).toBe('controller: { name: Example Association }\n');
  });

  it('keeps what says who answers as it is written, and neither what stands around it nor what is behind a reference', () => {
    const source = 'sources:\n  shelf: { connector: shelf, dataMap: ./shelf.map.yaml, config: { file: ./a.db } }\n';
    const block = 'controller:\n  # As in the statutes\n  name: Example\n\n  contact: a@b.example # ours\n';
    const text = (controller: string): string | undefined =>
      loadConfig(write('habeas.yaml', controller), connectors).controllerText;
    expect(text(`habeas: 1\n${block}\n# What is searched\n${source}`)).toBe(block);
    expect(text(`habeas: 1\n${source}${block}`)).toBe(block);
    expect(text(`habeas: 1\n"controller": { name: Example }\n${source}`)).toBeUndefined();
  });

  it('calls a source as the configuration does, else as its data map does, else by its id (PER-01)', () => {
    write('titled.map.yaml', MAP.replace('dataMap: 1\n', 'dataMap: 1\ntitle: { fr: Adhérents, en: Members }\n'));
    write('german.map.yaml', MAP.replace('dataMap: 1\n', 'dataMap: 1\ntitle: { de: Mitglieder }\n'));
    const titles = (source: string, language = 'fr'): readonly unknown[] => {
      const text =
        `habeas: 1\ncontroller: { name: X, language: ${language} }\n` +
        `sources:\n  shelf: { connector: shelf, config: { file: ./a.db }, ${source} }\n`;
      const [loaded] = loadConfig(write('habeas.yaml', text), connectors).sources;
      return [loaded?.title, loaded?.titles];
    };
    const both = { en: 'Members', fr: 'Adhérents' };
    expect(titles('title: CRM, dataMap: ./titled.map.yaml')).toEqual(['CRM', undefined]);
    expect(titles('title: { en: Members, fr: Adhérents }, dataMap: ./shelf.map.yaml')).toEqual(['Adhérents', both]);
    expect(titles('dataMap: ./titled.map.yaml')).toEqual(['Adhérents', both]);
    expect(titles('dataMap: ./titled.map.yaml', 'en')).toEqual(['Members', both]);
    expect(titles('dataMap: ./german.map.yaml')).toEqual(['Mitglieder', { de: 'Mitglieder' }]);
    expect(titles('dataMap: ./shelf.map.yaml')).toEqual(['shelf', undefined]);
  });

  it('names the line of every fault in all its files at once', () => {
    write('bad.map.yaml', 'dataMap: 1\ncollections:\n  person:\n    feilds: {}\n');
    expect(
      faults(
        'habeas: 1\ncontroller: { name: X }\nsources:\n  a: { connector: shelv }\n  b: { connector: shelf, config: { file: 7 } }\n' +
          '  c: { connector: shelf, dataMap: ./bad.map.yaml, config: { file: x } }\n  d: { connector: shelf, dataMap: ./none.yaml, config: { file: x } }\n',
      ),
    ).toEqual([
      'habeas.yaml:4:8: sources.a.connector: there is no connector "shelv" (did you mean shelf?)',
      'habeas.yaml:5:36: sources.b.config.file: expected string, received number',
      'habeas.yaml:5:3: sources.b.dataMap: a data map is needed (draft one with habeas sources describe b)',
      'bad.map.yaml:4:5: collections.person.feilds: the key "feilds" is not known here (did you mean "fields"?)',
      'none.yaml: there is no such file (check the path)',
    ]);
  });

  it.each(['enabled: false', 'skip: true', 'optional: true', 'limit: 10'])(
    'knows no key that leaves a source out of a search: %s (SCP-03)',
    (key) => {
      const source = `{ connector: shelf, dataMap: ./shelf.map.yaml, config: { file: x }, ${key} }`;
      const [name = ''] = key.split(':');
      expect(faults(`habeas: 1\ncontroller: { name: X }\nsources:\n  a: ${source}\n`)).toEqual([
        expect.stringContaining(`sources.a.${name}: the key "${name}" is not known here`),
      ]);
    },
  );

  it('names a secret that is missing, by its reference', () => {
    expect(
      faults(
        'habeas: 1\ncontroller: { name: X }\nsources:\n  a: { connector: shelf, config: { file: "${env:HABEAS_TEST_UNSET}" } }\n',
      )[0],
    ).toContain('the environment variable HABEAS_TEST_UNSET is not set');
  });

  it('does without data maps for a command that drafts them', () => {
    const text = 'habeas: 1\ncontroller: { name: X }\nsources:\n  a: { connector: shelf, config: { file: x } }\n';
    expect(faults(text, { dataMapsOptional: true })).toEqual([]);
  });

  it('asks for a source where there is none, and lists the connectors where none is near', () => {
    expect(faults('habeas: 1\ncontroller: { name: X }\nsources: {}\n')[0]).toContain('name at least one source');
    expect(faults('habeas: 1\ncontroller: { name: X }\nsources:\n  a: { connector: oracle }\n')[0]).toContain(
      '(known: shelf, manual)',
    );
  });

  it('asks for a time zone and a calendar that there are (DLN-02)', () => {
    const nowhere = 'controller: { name: X, timeZone: Mars/Olympus, holidays: XX }';
    expect(faults(`habeas: 1\n${nowhere}\nsources: {}\n`).slice(0, 2)).toEqual([
      expect.stringContaining('expected a time zone such as Europe/Paris'),
      expect.stringContaining('expected one of the calendars AT, BE,'),
    ]);
  });

  describe('with a register', () => {
    const configured = 'habeas: 1\ncontroller: { name: X, register: ./x.register.yaml }\nsources:\n';
    const mapped = `${configured}  shelf: { connector: shelf, dataMap: ./shelf.map.yaml, config: { file: ./a.db } }\n`;
    const mapOf = (activity: string): string => MAP.replace('person:\n', `person:\n    activity: ${activity}\n`);
    const register = (change: (text: string) => string = (text) => text): void => {
      write('x.register.yaml', change(SOUND_REGISTER));
    };

    it('counts days as the register says, where the configuration says nothing else', () => {
      register((text) =>
        text.replace('timeZone: Europe/Paris', 'timeZone: Indian/Reunion').replace('holidayCalendar: FR', 'holidayCalendar: BE'),
      );
      const loaded = loadConfig(write('habeas.yaml', mapped), connectors);
      expect(loaded.controller).toMatchObject({ timeZone: 'Indian/Reunion', holidays: 'BE' });
      expect(loaded.register?.register.id).toBe('example_association');
      const told = mapped.replace('register:', 'timeZone: Europe/Brussels, holidays: FR, register:');
      expect(loadConfig(write('habeas.yaml', told), connectors).controller).toMatchObject({
        timeZone: 'Europe/Brussels',
        holidays: 'FR',
      });
    });

    it('lets collections point to its activities only, and says which is meant (PRF-01)', () => {
      register();
      write('shelf.map.yaml', mapOf('membership'));
      expect(faults(mapped)).toEqual([]);
      write('shelf.map.yaml', mapOf('membrship'));
      expect(faults(mapped)).toEqual([
        expect.stringMatching(
          /^shelf\.map\.yaml:\d+:\d+: collections\.person\.activity: the register \S+ has no activity "membrship" \(did you mean membership\?\)$/u,
        ),
      ]);
      write('shelf.map.yaml', mapOf('zzz'));
      expect(faults(mapped)[0]).toContain('(it has: membership)');
    });

    it('tells its faults with those of everything else, and of a calendar that is not held', () => {
      write('x.register.yaml', 'register: 1\n');
      expect(faults(`${configured}  a: { connector: oracle }\n`).map((fault) => fault.split(':')[0])).toEqual(
        expect.arrayContaining(['x.register.yaml', 'habeas.yaml']),
      );
      register((text) => text.replace('holidayCalendar: FR', 'holidayCalendar: IS'));
      expect(faults(mapped)[0]).toContain('holidayCalendar: there is no calendar of public holidays for IS');
    });
  });
});
