import { describeContract } from '@habeas/rest-engine/testing';

describeContract({
  manifest: new URL('../manifest.yaml', import.meta.url),
  specification: 'espocrm/spec.json',
  except: {
    'documented beside the specification, which describes kinds of records and their links alone: https://docs.espocrm.com/development/api/':
      [
        'check: there is no such path',
        'collections.Document.files.file: there is no such path',
        'collections.User.files.avatar: there is no such path',
        'collections.note.of.Account: there is no such path',
        'collections.note.of.Contact: there is no such path',
        'collections.note.of.Lead: there is no such path',
      ],
    'a link whose kind of record, CampaignLogRecord, is read through its person alone, and is not described': [
      'collections.campaignLog.of.Account: there is no such path',
      'collections.campaignLog.of.Contact: there is no such path',
      'collections.campaignLog.of.Lead: there is no such path',
    ],
    'EspoCRM puts the parts of a name together in every reply; what is described is what can be written': [
      'collections.Contact: a record has no field "name"',
      'collections.Lead: a record has no field "name"',
      'collections.User: a record has no field "name"',
    ],
  },
});
