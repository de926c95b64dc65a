import { restConnectorFrom } from '@habeas/rest-engine';

/** Mailman 3: its core, without the archives. */
export const mailman3 = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
