import { Moment } from '../world/calendar.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';
import { LISTS } from './vocabulary.js';

const SUBSCRIBER = place('subscriber', ['s_id'], 'nl_sub');
const SUBSCRIPTION = place('subscription', ['s_id', 'l_id'], 'nl_sub_lst');
const CONSENT = place('consent', ['n_id'], 'nl_cns');
const MAILING = place('mailing', ['x_id'], 'nl_snd');
const OPENING = place('opening', ['o_id'], 'nl_opn');
const CLICK = place('click', ['k_id'], 'nl_clk');
const SUPPRESSION = place('suppression', ['p_mail'], 'nl_sup');

const CAMPAIGNS = 80;
const FIRST_CAMPAIGN = Moment.of('2018-01-15');
const DAYS_BETWEEN = 28;

/** Who subscribes. Many give an address and nothing else. */
export interface SubscriberDetails {
  readonly email: string;
  readonly given?: string;
  readonly family?: string;
  readonly language?: string;
}

/** Writes the newsletter tool's database. */
export class NewsletterTool {
  readonly rows = new SourceBuilder('newsletter');

  constructor() {
    for (const [l_id, l_nm] of LISTS) this.rows.shared('nl_lst', { l_id, l_nm });
    for (let index = 0; index < CAMPAIGNS; index++)
      this.rows.shared('nl_cmp', {
        c_id: index + 1,
        l_id: 1 + (index % LISTS.length),
        c_sbj: `News no. ${index + 1}`,
        c_dt: campaignAt(index).compact,
      });
  }

  /** A subscriber to one list, who was sent the last `mailings` issues, opened two of three and clicked in one of four. */
  addSubscriber({ email, given, family, language }: SubscriberDetails, mailings: number, details: TableRow = {}): Root {
    const s_id = this.rows.next('subscriber');
    const s_dt = campaignAt(CAMPAIGNS - mailings - 1).compact;
    const root = this.rows.root(SUBSCRIBER, {
      s_id,
      s_mail: email,
      s_fn: given ?? null,
      s_ln: family ?? null,
      s_lng: language ?? null,
      s_st: 'A',
      s_dt,
      s_ip: `192.0.2.${1 + (s_id % 250)}`, // RFC 5737: addresses for documentation
      s_tok: `synthetic-token-${s_id}`,
      s_mbr: given === undefined ? 0 : 1,
      s_end: null,
      ...details,
    });
    this.rows.owned(root, SUBSCRIPTION, { s_id, l_id: 1 + (s_id % LISTS.length), sl_dt: s_dt, sl_src: 'form' });
    this.rows.owned(root, CONSENT, {
      n_id: this.rows.next('consent'),
      s_id,
      n_txt: 'Monthly news by e-mail',
      n_dt: s_dt,
      n_src: 'form',
      n_ok: 1,
    });
    for (let issue = CAMPAIGNS - mailings; issue < CAMPAIGNS; issue++) this.#addMailing(root, s_id, issue);
    return root;
  }

  #addMailing(root: Root, s_id: number, issue: number): void {
    const x_id = this.rows.next('mailing');
    const sent = campaignAt(issue);
    this.rows.owned(root, MAILING, { x_id, s_id, c_id: issue + 1, x_ts: sent.epochSeconds, x_st: 'S' });
    if (issue % 3 !== 0)
      this.rows.owned(root, OPENING, {
        o_id: this.rows.next('opening'),
        x_id,
        o_ts: sent.plusMinutes(47).epochSeconds,
        o_ip: '198.51.100.7',
        o_ua: 'ExampleMail/3',
      });
    if (issue % 4 === 1)
      this.rows.owned(root, CLICK, {
        k_id: this.rows.next('click'),
        x_id,
        k_ts: sent.plusMinutes(49).epochSeconds,
        k_url: `https://association.example/news/${issue + 1}`,
      });
  }

  addSuppression(email: string, reason: 'C' | 'R' | 'B'): Root {
    return this.rows.root(SUPPRESSION, { p_mail: email, p_rsn: reason, p_dt: '20210704' });
  }
}

function campaignAt(index: number): Moment {
  return FIRST_CAMPAIGN.plusDays(index * DAYS_BETWEEN);
}
