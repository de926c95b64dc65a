import { restConnectorFrom } from '@habeas/rest-engine';

/** Salesforce, by SOQL. */
export const salesforce = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
