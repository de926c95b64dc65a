import { ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';

@ObjectType('EvidenceBundle', {
  description: 'Where the proof of how one request was handled can be fetched, for an authority. No data of its subject.',
})
export class EvidenceBundleType {
  @Shown('evidence.export', () => String, {
    description: "The signed file, from the service's own address on. It is made when it is fetched, which is in the trail.",
  })
  readonly file!: string;

  @Shown('evidence.export', () => String, { description: 'The same facts as a page in English.' })
  readonly pageInEnglish!: string;

  @Shown('evidence.export', () => String, { description: 'The same facts as a page in French.' })
  readonly pageInFrench!: string;

  @Shown('evidence.export', () => String, {
    description: 'The public key that it is verified with, without this service: habeas evidence verify FILE --key KEY.',
  })
  readonly key!: string;

  static of(id: string, key: string): EvidenceBundleType {
    const below = `/requests/${encodeURIComponent(id)}/evidence`;
    const pages = { pageInEnglish: `${below}.en.html`, pageInFrench: `${below}.fr.html` };
    return Object.assign(new EvidenceBundleType(), { file: `${below}.json`, key, ...pages });
  }
}
