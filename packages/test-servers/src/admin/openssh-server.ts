import { once } from 'node:events';
import { connect } from 'node:net';
import type { OpensshServer } from './test-server.js';

/** An OpenSSH behind the URL of its account: `sftp://nobody@127.0.0.1:2222`. */
export function connectToOpenssh(url: string): OpensshServer {
  return {
    name: 'openssh',
    url,
    greeting: async () => {
      const { hostname, port } = new URL(url);
      const socket = connect({ host: hostname, port: Number(port), timeout: 5_000 });
      socket.on('timeout', () => socket.destroy(new Error('Nothing was said in time.')));
      try {
        const [greeting] = (await once(socket, 'data')) as [Buffer];
        return greeting.toString('latin1').trim();
      } finally {
        socket.destroy();
      }
    },
  };
}
