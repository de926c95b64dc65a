import { restConnectorFrom } from '@habeas/rest-engine';

/** HubSpot CRM and marketing. */
export const hubspot = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
