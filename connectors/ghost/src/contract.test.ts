import { describeContract } from '@habeas/rest-engine/testing';

describeContract({
  manifest: new URL('../manifest.yaml', import.meta.url),
  specification: 'ghost/admin.yml',
  except: {
    'the description is not the vendor’s and lacks comments, which Ghost has lists of: https://docs.ghost.org/admin-api': [
      'collections.comment.of.member: there is no such path',
    ],
    'the description is not the vendor’s; a single member is given with what is to be included': [
      'collections.member.read.each: there is no parameter "include"',
    ],
    'the description is not the vendor’s and shortens members; the vendor’s own schemas and replies have them': [
      'collections.member: a record has no field "attribution"',
      'collections.member: a record has no field "comped"',
      'collections.member: a record has no field "email_recipients"',
      'collections.member: a record has no field "email_suppression"',
      'collections.member: a record has no field "last_seen_at"',
      'collections.member: a record has no field "subscribed"',
      'collections.member: a record has no field "tiers"',
      'collections.member: a record has no field "unsubscribe_url"',
    ],
  },
});
