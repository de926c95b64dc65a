import { restConnectorFrom } from '@habeas/rest-engine';

/** Ghost, hosted or on a server of one's own. */
export const ghost = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
