import { describeContract } from '@habeas/rest-engine/testing';

describeContract({
  manifest: new URL('../manifest.yaml', import.meta.url),
  specification: 'wildapricot/admin-api-openapi.yml',
  except: {
    'the published specification has lost the names of the parameters of pages: two that it describes have none': [
      'collections.invoice.of.contact: there is no parameter "$skip"',
      'collections.invoice.of.contact: there is no parameter "$top"',
      'collections.payment.of.contact: there is no parameter "$skip"',
      'collections.payment.of.contact: there is no parameter "$top"',
      'collections.refund.of.contact: there is no parameter "$skip"',
      'collections.refund.of.contact: there is no parameter "$top"',
    ],
  },
});
