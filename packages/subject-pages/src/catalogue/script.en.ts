/** What is said where there are scripts, in English. */
export const SCRIPT_EN = {
  'script.copy': 'Copy',
  'script.copied': 'Copied',
  'script.offline': 'There is no connection just now. Nothing is lost: send it once more when you are online.',
  'script.news': 'There is news about your request.',
  'script.news.show': 'Show it',
  'script.fetch.bar': 'How much of the file has come',
  'script.fetch.running': '{share} has come.',
  'script.fetch.pause': 'Stop for now',
  'script.fetch.resume': 'Go on',
  'script.fetch.paused': 'It has stopped. What has come is kept while this page is open.',
  'script.fetch.cut': 'The connection was cut. It goes on by itself.',
  'script.fetch.checking': 'We check that nothing is missing.',
  'script.fetch.done': 'All of it is here, and nothing was changed on the way.',
  'script.fetch.damaged': 'Something was damaged on the way. Please download it once more.',
} as const;
