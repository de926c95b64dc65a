import { describeContract } from '@habeas/rest-engine/testing';

describeContract({
  manifest: new URL('../manifest.yaml', import.meta.url),
  specification: 'listmonk/collections.yaml',
  except: {
    'a bounce is described as a page of bounces; the example beside it, and listmonk, give the bounce': [
      'collections.bounce: a record has no field "campaign"',
      'collections.bounce: a record has no field "created_at"',
      'collections.bounce: a record has no field "email"',
      'collections.bounce: a record has no field "id"',
      'collections.bounce: a record has no field "meta"',
      'collections.bounce: a record has no field "source"',
      'collections.bounce: a record has no field "subscriber_id"',
      'collections.bounce: a record has no field "subscriber_uuid"',
      'collections.bounce: a record has no field "type"',
    ],
  },
});
