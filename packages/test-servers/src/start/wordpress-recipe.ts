import { existsSync } from 'node:fs';
import { mariadbRecipe } from './mariadb-recipe.js';
import { findProgram } from './programs.js';
import { installed, type Command, type ServerRecipe } from './recipe.js';

const ACCOUNT = 'admin';
/** Where Debian's package puts it. */
const PROGRAMS = '/usr/share/wordpress';
const PLUGINS = 'www/wp-content/mu-plugins';

/** Debian's tree is full of links out of it, and has a configuration of its own. */
const COPY = `cp -rL ${PROGRAMS} "$1/www" && rm -f "$1/www/wp-config.php" && cp "$1/settings.php" "$1/www/wp-config.php" &&
mkdir -p "$1/${PLUGINS}" && for file in "$1"/*.plugin.php; do [ ! -e "$file" ] || cp "$file" "$1/${PLUGINS}"; done && shift && exec "$@"`;

/** Two servers, of which the database ends last: whoever waits for this shell waits for both. */
const SERVE = `home=$1 port=$2 php=$3; shift 3
trap : TERM
"$@" & database=$!
until [ -S "$home/socket" ]; do kill -0 $database || exit 1; sleep 0.05; done
"$php" "$home/install.php" "$port" || { kill $database; wait; exit 1; }
"$php" -d sendmail_path=/bin/true -S "127.0.0.1:$port" -t "$home/www" & web=$!
wait $web
kill $web $database
wait`;

/** Application passwords over plain HTTP are for environments of this type only. */
const settings = (password: string): string => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'wordpress');
define('DB_PASSWORD', '${password}');
define('DB_HOST', 'localhost:' . dirname(__DIR__) . '/socket');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']);
define('WP_SITEURL', WP_HOME);
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

const install = (password: string): string => `<?php
$_SERVER['HTTP_HOST'] = '127.0.0.1:' . $argv[1];
define('WP_INSTALLING', true);
function wp_new_blog_notification() {} // which would send a mail
require __DIR__ . '/www/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Example Society', '${ACCOUNT}', 'admin@example.org', true, '', '${password}');
update_option('permalink_structure', '/%postname%/');
`;

/**
 * WordPress under PHP's own server, with a MariaDB that only it can reach, by a socket. It sends no mail and reaches no other
 * host. Each file that it is given and whose name ends in `.plugin.php` is one of its must-use plugins.
 */
export const wordpressRecipe = wordpressRecipeWith(() => existsSync(`${PROGRAMS}/wp-load.php`), findProgram);

/** See {@link wordpressRecipe}; with another way to find what it needs. */
export function wordpressRecipeWith(isThere: () => boolean, find: (name: string) => string | undefined): ServerRecipe {
  return {
    name: 'wordpress',
    packages: ['wordpress', 'php-cli', 'php-mysql', 'php-zip', 'mariadb-server'],
    accounts: ['mysql', 'nobody'],
    stopSignal: 'TERM',
    isInstalled: () => isThere() && find('php') !== undefined && mariadbRecipe.isInstalled(),
    files: (password) => ({
      'settings.php': settings(password),
      'install.php': install(password),
      'accounts.sql': [
        'CREATE DATABASE IF NOT EXISTS wordpress;',
        `CREATE USER IF NOT EXISTS wordpress@localhost IDENTIFIED BY '${password}';`,
        'GRANT ALL ON wordpress.* TO wordpress@localhost;',
        'ALTER USER root@localhost IDENTIFIED VIA unix_socket;',
        '',
      ].join('\n'),
    }),
    initialise: (home) => shell(COPY, home, ...mariadbRecipe.initialise(home)),
    serve: (home, port) =>
      shell(SERVE, home, String(port), installed(find('php')), ...mariadbRecipe.serve(home, 0), '--skip-networking'),
    url: (port, password) => `http://${ACCOUNT}:${password}@127.0.0.1:${String(port)}`,
    ping: async (url) => {
      const { origin } = new URL(url);
      const { status } = await fetch(`${origin}/wp-json/`);
      if (status !== 200) throw new Error(`WordPress answered with ${String(status)}.`);
    },
  };
}

function shell(script: string, ...args: readonly string[]): Command {
  return ['/bin/sh', '-c', script, 'wordpress', ...args];
}
