import { describeRestConformance } from '@habeas/rest-engine/testing';

describeRestConformance({
  manifest: new URL('../manifest.yaml', import.meta.url),
  world: new URL('../fixtures/world.yaml', import.meta.url),
  secrets: { apiKey: 'xkeysib-of-a-test-0a1b2c' },
  cannot: {
    C3c: 'blocks and orders are given as whole lists, which a check does not read',
    P3: 'mails are asked for month by month, and no month of the world has two pages',
    F4a: 'orders are found and read by one and the same request, so that every third of them fails again and again',
  },
});
