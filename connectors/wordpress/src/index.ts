import { restConnectorFrom } from '@habeas/rest-engine';

/** WordPress, with or without the exporters of its plugins. */
export const wordpress = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
