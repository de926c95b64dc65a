import { describeContract, describeRestConformance } from '@habeas/rest-engine/testing';

const manifest = new URL('../manifest.yaml', import.meta.url);

describeRestConformance({
  manifest,
  world: new URL('../fixtures/world.yaml', import.meta.url),
  secrets: { apiKey: 'wildapricot-key-of-a-test-0a1b2c' },
});

/** The names of some parameters are lost in the specification: two that it describes have none. */
const PAGES = 'The published specification has lost the names of the parameters of pages.';
const lists = ['invoice', 'payment', 'refund'].flatMap((name) =>
  ['$skip', '$top'].map((parameter) => [name, parameter] as const),
);

describeContract({
  manifest,
  specification: 'wildapricot/admin-api-openapi.yml',
  except: Object.fromEntries(
    lists.map(([name, parameter]) => [`collections.${name}.of.contact: there is no parameter "${parameter}"`, PAGES]),
  ),
});
