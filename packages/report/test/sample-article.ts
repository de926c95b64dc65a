import { expect } from '@jest/globals';
import type { JsonObject } from '@habeas/connector-sdk';
import type { ReportLanguage } from '../src/catalogue/report.js';
import { articleFifteen } from '../src/report/article-fifteen.js';
import type { FoundCollection } from '../src/testing/report-world.js';
import { schemaFaults } from './article15-schema.js';
import { type Making, reportOf } from './sample-report.js';

/** The document; it conforms to its schema. */
export async function articleOf(
  found: readonly FoundCollection[],
  making?: Making,
  language: ReportLanguage = 'en',
): Promise<JsonObject> {
  const document = articleFifteen(await reportOf(found, making), language);
  expect(schemaFaults(document)).toEqual([]);
  return document;
}

/** What it discloses. */
export function disclosedIn(document: JsonObject): readonly JsonObject[] {
  return document['dataDisclosed'] as readonly JsonObject[];
}
