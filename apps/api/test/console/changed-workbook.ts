import type { Officer } from '../../src/demo/officer.js';

/** A file as a browser's field takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The register as it is taken out. */
export async function takenOut({ client }: Officer, format = 'ods'): Promise<ChosenFile> {
  const response = await client.send(`/register/${format}`, { method: 'GET', headers: { 'habeas-controller': 'club' } });
  const buffer = Buffer.from(await response.arrayBuffer());
  return { name: `registre.${format}`, mimeType: 'application/octet-stream', buffer };
}

/** The register as somebody has changed it meanwhile: a purpose has another basis, an activity another name, and a day is none. */
export async function changedWorkbook(officer: Officer): Promise<ChosenFile> {
  const { register } = await officer.client.run('register', { language: 'fr' });
  const { buffer, ...file } = await takenOut(officer, 'csv');
  let text = buffer.toString('utf8').replace('"Nom du traitement"', '"Date de création";"Nom du traitement"');
  for (const [index, { title, id }] of (register?.activities ?? []).entries()) {
    const named = index === 1 ? '"Dons";"dons"' : `"${title}";"${id}"`;
    text = text.replace(`"${title}";"${id}"`, `"${index === 0 ? 'bientôt' : ''}";${named}`);
  }
  return { ...file, buffer: Buffer.from(text.replace('"Consentement"', '"Contrat"'), 'utf8') };
}
