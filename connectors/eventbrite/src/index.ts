import { restConnectorFrom } from '@habeas/rest-engine';

/** Eventbrite, as an organizer sees it. */
export const eventbrite = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
