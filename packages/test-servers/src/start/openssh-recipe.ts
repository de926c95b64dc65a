import { userInfo } from 'node:os';
import { connectToOpenssh } from '../admin/openssh-server.js';
import { findProgram } from './programs.js';
import { installed, type ServerRecipe } from './recipe.js';

const ACCOUNT = 'nobody';

function program(): string | undefined {
  return findProgram('sshd');
}

/**
 * OpenSSH from its own folder, which is all that it shows, over SFTP and to be read only. It lets in the one account that it runs as.
 * Whoever starts it puts its key there as `host_key`, and the key that lets the account in as `authorized_keys`.
 */
export const opensshRecipe: ServerRecipe = {
  name: 'openssh',
  packages: ['openssh-server'],
  accounts: [ACCOUNT],
  stopSignal: 'TERM',
  isInstalled: () => program() !== undefined,
  files: () => ({}),
  initialise: () => ['true'],
  serve: (home, port) => {
    const options = [
      'ListenAddress=127.0.0.1',
      `Port=${String(port)}`,
      `HostKey=${home}/host_key`,
      `AuthorizedKeysFile=${home}/authorized_keys`,
      'StrictModes=no', // the folder for temporary files is everybody's
      'UsePAM=yes', // else an account that nobody may sign in to is taken for a locked one
      'PidFile=none',
      'PasswordAuthentication=no',
      'Subsystem=sftp internal-sftp',
      `ForceCommand=internal-sftp -R -d ${home}`,
    ];
    return [installed(program()), '-D', '-e', '-f', '/dev/null', ...options.flatMap((option) => ['-o', option])];
  },
  url: (port) => `sftp://${process.getuid?.() === 0 ? ACCOUNT : userInfo().username}@127.0.0.1:${String(port)}`,
  ping: async (url) => {
    const greeting = await connectToOpenssh(url).greeting();
    if (!greeting.startsWith('SSH-2.0-')) throw new Error('It speaks no SSH.');
  },
};
