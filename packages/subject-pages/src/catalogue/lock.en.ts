/** What the pages of the download say of locks, in English. */
export const LOCK_EN = {
  'download.read.title': 'Read it here',
  'download.read.text':
    'The report says in plain words what is held about you, why, for how long, and who received it. It is the same as in the file.',
  'download.read.go': 'Read the report in a new tab',
  'download.locking': 'We are locking it. That takes a moment, a few minutes for very much data.',
  'download.look': 'Look again',
  'download.how.aes':
    'First unlock the file with its passphrase: for example with 7-Zip on Windows or Keka on a Mac. Windows itself cannot.',
  'download.how.age': 'First unlock the file with the program age and its passphrase.',
  'download.lock.title': 'First lock the file',
  'download.lock.special_categories':
    'Some of what is in it is very personal, such as what is about health or beliefs. So that nobody else reads it where you keep it, we lock the file with a passphrase.',
  'download.lock.asked': 'You asked us to lock the file with a passphrase.',
  'download.lock.next': 'Have something to write with: the next page shows the passphrase, once.',
  'download.lock.go': 'Lock the file',
  'download.packing.other': 'Have the file in another way',
  'download.packing.zip.open':
    'Then the file lies open where you save it. Whoever uses that device, or gets hold of the file, can read everything in it.',
  'download.packing.title': 'Lock the file with a passphrase',
  'download.packing.legend': 'How do you want the file?',
  'download.packing.zip': 'Not locked',
  'download.packing.zip.hint': 'Opens everywhere. Good for a device that only you use.',
  'download.packing.aes': 'A locked ZIP file',
  'download.packing.aes.hint': 'Needs a program such as 7-Zip or Keka, and a passphrase that we show you.',
  'download.packing.age': 'A locked age file',
  'download.packing.age.hint': 'For those who know the program age.',
  'download.packing.go': 'Give me this one',
  'download.packing.later': 'This cannot be changed just now. You can always have the file that is not locked.',
  'locked.title': 'Write down your passphrase',
  'locked.passphrase': 'Your passphrase',
  'locked.write': 'Write it down now, with its dashes.',
  'locked.once': 'We show it only here, and we do not keep it. If it is lost, have the file locked anew.',
  'locked.apart': 'Keep it apart from the file.',
  'locked.aes': 'The file is a ZIP file with another one in it: the passphrase opens the outer one.',
  'locked.age': 'When the program asks for a passphrase, type it as it stands here.',
  'locked.go': 'Go on to the file',
} as const;
