import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server that is so far away. */
export interface SlowProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Stands before a server on this machine and keeps everything that is sent to it for so long: each question and answer takes at least that. */
export async function slowProxy(target: { readonly host: string; readonly port: number }, delayMs: number): Promise<SlowProxy> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket.setNoDelay(true));
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    // Timers of one length fire in their order: nothing overtakes
    near.on('data', (sent) => setTimeout(() => far.write(sent), delayMs));
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
