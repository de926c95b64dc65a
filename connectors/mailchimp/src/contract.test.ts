import { describeContract } from '@habeas/rest-engine/testing';

describeContract({
  manifest: new URL('../manifest.yaml', import.meta.url),
  specification: 'mailchimp/marketing-merged.swagger.json',
});
