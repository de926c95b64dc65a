import { eachMatch, type TextRule } from './text-file.js';

const ADDRESS = /[\p{L}\p{N}._%+'-]*[\p{L}\p{N}._%+-]@((?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,})/gu;

/** RFC 2606 and RFC 6761: names that can never belong to anybody. */
const RESERVED = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/iu;

/** E-mail addresses and accounts stand at reserved domains only, so that none can be a real person's. */
export const syntheticAddresses: TextRule = (file) =>
  eachMatch(file, ADDRESS, ([, domain = '']) =>
    RESERVED.test(domain) ? undefined : `an address at ${domain}: use example.org, *.example or *.test`,
  );
