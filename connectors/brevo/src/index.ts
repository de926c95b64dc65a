import { restConnectorFrom } from '@habeas/rest-engine';

/** Brevo (formerly Sendinblue). */
export const brevo = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
