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
      'collections.staff.read.each: there is no parameter "include"',
    ],
    'the description is older than these fields; a real Ghost 5.130 sends them (`ghost.int.test.ts`)': [
      'collections.staff: a record has no field "bluesky"',
      'collections.staff: a record has no field "comment_notifications"',
      'collections.staff: a record has no field "donation_notifications"',
      'collections.staff: a record has no field "free_member_signup_notification"',
      'collections.staff: a record has no field "instagram"',
      'collections.staff: a record has no field "linkedin"',
      'collections.staff: a record has no field "mastodon"',
      'collections.staff: a record has no field "mention_notifications"',
      'collections.staff: a record has no field "milestone_notifications"',
      'collections.staff: a record has no field "paid_subscription_canceled_notification"',
      'collections.staff: a record has no field "paid_subscription_started_notification"',
      'collections.staff: a record has no field "recommendation_notifications"',
      'collections.staff: a record has no field "threads"',
      'collections.staff: a record has no field "tiktok"',
      'collections.staff: a record has no field "youtube"',
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
