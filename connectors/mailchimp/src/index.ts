import { restConnectorFrom } from '@habeas/rest-engine';

/** Mailchimp Marketing. */
export const mailchimp = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
