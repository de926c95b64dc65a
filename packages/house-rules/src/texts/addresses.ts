import { eachMatch, type TextRule } from './text-file.js';

const ADDRESS = /[\p{L}\p{N}._%+'-]*[\p{L}\p{N}._%+-]@((?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,})/gu;

/** RFC 2606 and RFC 6761: names that can never belong to anybody. */
const RESERVED = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/iu;

/** Of controllers whose published policies are shipped as registers: what those policies give as contacts, and nothing else. */
const PUBLISHED: ReadonlySet<string> = new Set(
  [
    ['hello', 'ima-network.org'],
    ['dpo', 'ima.eu'],
    ['contact', 'assess-manager.com'],
  ].map((parts) => parts.join('@')),
);
const REGISTER = /^packages\/example-worlds\/registers\/[a-z-]+\.register\.yaml$/u;

/** E-mail addresses and accounts stand at reserved domains only, so that none can be a real person's. */
export const syntheticAddresses: TextRule = (file) =>
  eachMatch(file, ADDRESS, ([address, domain = '']) =>
    RESERVED.test(domain) || (REGISTER.test(file.path) && PUBLISHED.has(address))
      ? undefined
      : `an address at ${domain}: use example.org, *.example or *.test`,
  );
