import { describeRestConformance } from '@habeas/rest-engine/testing';

describeRestConformance({
  manifest: new URL('../manifest.yaml', import.meta.url),
  world: new URL('../fixtures/world.yaml', import.meta.url),
  results: new URL('../conformance.yaml', import.meta.url),
  secrets: { token: 'hubspot-token-of-a-test-0a1b2c' },
});
