import { eachMatch, type TextRule } from './text-file.js';

const SILENCER = /(?:\/\/|\/\*)\s*eslint-disable(?!.* -- \S)/gu;

/** A lint rule is switched off for one line, with the reason after `--`. */
export const silencersGiveReasons: TextRule = (file) =>
  /\.[cm]?tsx?$/u.test(file.path)
    ? [
        ...eachMatch(file, SILENCER, () => 'switches a lint rule off without a reason (-- why)'),
        ...eachMatch(file, /\/\* eslint-disable(?!-)/gu, () => 'switches lint rules off for a whole file'),
      ]
    : [];
