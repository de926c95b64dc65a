import { restConnectorFrom } from '@habeas/rest-engine';

/** Pipedrive, by the token of one of its users. */
export const pipedrive = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
