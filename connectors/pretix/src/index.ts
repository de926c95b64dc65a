import { restConnectorFrom } from '@habeas/rest-engine';

/** pretix, hosted or on a server of one's own. */
export const pretix = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
