import { basename, dirname } from 'node:path';
import type { TextRule } from './text-file.js';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/u;
const SAYS_NOTHING = /^(?:common|helpers?|misc|shared|utils?)(?:\.|$)/u;

/** Source files are named in kebab-case after what they are; a name that says nothing is refused. */
export const filesAreNamed: TextRule = ({ path }) => {
  if (!/\.[cm]?tsx?$/u.test(path)) return [];
  const names = [basename(path), ...dirname(path).split('/')];
  return [
    ...(KEBAB.test(basename(path)) ? [] : [`${path}: not in kebab-case`]),
    ...names.filter((name) => SAYS_NOTHING.test(name)).map((name) => `${path}: "${name}" does not say what is in it`),
  ];
};
