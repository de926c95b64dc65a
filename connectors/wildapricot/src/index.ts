import { restConnectorFrom } from '@habeas/rest-engine';

/** Wild Apricot, as an administrator of the account sees it. */
export const wildapricot = restConnectorFrom(new URL('../manifest.yaml', import.meta.url));
