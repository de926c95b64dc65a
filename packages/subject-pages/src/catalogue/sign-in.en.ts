/** What is said where somebody shows who they are by signing in. */
export const SIGN_IN_EN = {
  'prove.account.lead': 'Sign in to your account with us: then we know that it is you, and go on with your request.',
  'signIn.title': 'Signing in has not worked',
  'signIn.cancelled': 'You came back before you had signed in.',
  'signIn.away': 'Our sign-in service does not answer at the moment.',
  'signIn.refused': 'We could not check the answer of our sign-in service.',
  'signIn.strange':
    'This account does not fit your request. Perhaps you have another account with us, or you gave another address when you asked.',
  'signIn.over': 'It took longer than ten minutes, was begun in another browser, or was used before.',
  'signIn.often': 'You have tried to sign in too often in a short time. Please try again in an hour, or use another way.',
  'signIn.wait': 'There were too many tries. Please wait ten minutes, then try again.',
  'signIn.unknown': 'Your account does not tell us anything that we could find your data with.',
  'ask.account.title': 'Have you an account with us?',
  'ask.account.why': 'Sign in first: then you type nothing, and no code is needed.',
  'ask.account.in': 'You are signed in',
  'ask.account.used': 'We look for the data of your account with this:',
  'ask.account.soon':
    'Please send your request within ten minutes. Are you asking for somebody else? Then use the form without your account.',
  'ask.account.without': 'Use the form without my account',
  'ask.problem.account':
    'Your sign-in is over, was used before, or was begun in another browser. Sign in once more, or fill in the form.',
  'signIn.safe': 'Your request is safe, and nothing about it has changed.',
  'signIn.else': 'What you can do now',
  'signIn.again': 'Sign in once more',
  'signIn.link':
    'Open the link from our message once more. There you can sign in again, or type the code that you got when you asked.',
  'open.signIn.why': 'If you have an account with us, you can sign in instead of typing the code.',
  'signIn.other': 'Show in another way that it is me',
} as const;
