// Written by scripts/write-holidays.mjs.
import type { HolidayTables } from '../holiday-tables.js';
import { AT } from './at.generated.js';
import { BE } from './be.generated.js';
import { BG } from './bg.generated.js';
import { CY } from './cy.generated.js';
import { CZ } from './cz.generated.js';
import { DE } from './de.generated.js';
import { DK } from './dk.generated.js';
import { EE } from './ee.generated.js';
import { ES } from './es.generated.js';
import { FI } from './fi.generated.js';
import { FR } from './fr.generated.js';
import { GB } from './gb.generated.js';
import { GR } from './gr.generated.js';
import { HR } from './hr.generated.js';
import { HU } from './hu.generated.js';
import { IE } from './ie.generated.js';
import { IT } from './it.generated.js';
import { LT } from './lt.generated.js';
import { LU } from './lu.generated.js';
import { LV } from './lv.generated.js';
import { MT } from './mt.generated.js';
import { NL } from './nl.generated.js';
import { NO } from './no.generated.js';
import { PL } from './pl.generated.js';
import { PT } from './pt.generated.js';
import { RO } from './ro.generated.js';
import { SE } from './se.generated.js';
import { SI } from './si.generated.js';
import { SK } from './sk.generated.js';
/** Which data this is: the library that it was taken from, and its years. */
export const DATA_VERSION = 'date-holidays@3.37.0, corrections 1, 2024-2032';
/** The years that all tables hold. */
export const YEARS = { first: 2024, last: 2032 };
/** All tables, by calendar. */
export const TABLES: HolidayTables = {
  ...AT,
  ...BE,
  ...BG,
  ...CY,
  ...CZ,
  ...DE,
  ...DK,
  ...EE,
  ...ES,
  ...FI,
  ...FR,
  ...GB,
  ...GR,
  ...HR,
  ...HU,
  ...IE,
  ...IT,
  ...LT,
  ...LU,
  ...LV,
  ...MT,
  ...NL,
  ...NO,
  ...PL,
  ...PT,
  ...RO,
  ...SE,
  ...SI,
  ...SK,
};
