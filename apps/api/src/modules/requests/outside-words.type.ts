import type { OutsideWords } from '@habeas/core';
import { ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';

@ObjectType('DrpStatus', { description: 'A status of the Data Rights Protocol 1.0.' })
export class DrpStatusType {
  @Shown('request.read', () => String)
  readonly status!: string;

  @Shown('request.read', () => String, { nullable: true })
  readonly reason?: string | undefined;
}

@ObjectType('OutsideWords', { description: 'What others call where a request stands.' })
export class OutsideWordsType {
  @Shown('request.read', () => String, { description: 'A request status of the W3C Data Privacy Vocabulary, as an IRI.' })
  readonly dpv!: string;

  @Shown('request.read', () => DrpStatusType)
  readonly drp!: DrpStatusType;

  @Shown('request.read', () => String, { description: 'A request status of OpenDSR 2.0.' })
  readonly openDsr!: string;

  static of({ dpv, drp, openDsr }: OutsideWords): OutsideWordsType {
    const words = { dpv: `https://w3id.org/dpv#${dpv}`, drp: Object.assign(new DrpStatusType(), drp), openDsr };
    return Object.assign(new OutsideWordsType(), words);
  }
}
