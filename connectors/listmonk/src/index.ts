import { restConnectorFrom } from '@habeas/rest-engine';

/** listmonk, on a server of one's own. */
export const listmonk = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
