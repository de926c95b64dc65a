import { describeRestConformance } from '@habeas/rest-engine/testing';

describeRestConformance({
  manifest: new URL('../manifest.yaml', import.meta.url),
  world: new URL('../fixtures/world.yaml', import.meta.url),
  results: new URL('../conformance.yaml', import.meta.url),
  config: { base: 'https://blog.example.org' },
  secrets: { adminKey: '6489d0a1b2c3d4e5f6a7b8c9:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' },
});
