import { restConnectorFrom } from '@habeas/rest-engine';

/** EspoCRM, on a server of one's own or hosted. */
export const espocrm = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
