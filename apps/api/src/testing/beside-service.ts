import { CONNECTORS } from '../composition/connectors.js';
import { openService, type Service } from '../composition/service.js';
import { loadServiceConfig } from '../config/service-config.js';

/** Opens what a service works with that runs in another process on this machine, to put something there that takes long to come about. Nothing works here. */
export function openBeside(configFile: string): Promise<Service> {
  return openService(loadServiceConfig(configFile, CONNECTORS), () => undefined);
}
