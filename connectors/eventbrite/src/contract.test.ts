import { describeContract } from '@habeas/rest-engine/testing';

describeContract({
  manifest: new URL('../manifest.yaml', import.meta.url),
  specification: 'eventbrite/eventbrite-openapi.yml',
  except: {
    'the description is not the vendor’s, and partial: lists go on by a continuation, and replies are expanded, as the vendor documents':
      [
        'collections.attendee.find.0: there is no parameter "continuation"',
        'collections.order.read.each: there is no parameter "expand"',
        'listings.events: there is no parameter "continuation"',
        'listings.organizations: there is no parameter "continuation"',
        'shared.event.read.each: there is no parameter "expand"',
      ],
    'the description is not the vendor’s, and lacks them; the vendor documents orders by organization, and an attendee alone': [
      'collections.attendee.read.each: there is no such path',
      'collections.order.find.0: there is no such path',
    ],
    'the description is not the vendor’s, and shortens records; the vendor documents them': [
      'collections.attendee: a record has no field "affiliate"',
      'collections.attendee: a record has no field "answers"',
      'collections.attendee: a record has no field "barcodes"',
      'collections.attendee: a record has no field "costs"',
      'collections.attendee: a record has no field "guestlist_id"',
      'collections.attendee: a record has no field "invited_by"',
      'collections.attendee: a record has no field "resource_uri"',
      'collections.attendee: a record has no field "team"',
      'collections.order: a record has no field "attendees"',
      'collections.order: a record has no field "promo_code"',
      'collections.order: a record has no field "resource_uri"',
      'collections.order: a record has no field "time_remaining"',
      'shared.event: a thing has no field "venue"',
    ],
  },
});
