import { gateNow, openCaseFile, ruleOnField, ruleOnRecord, type WorkDesk } from '@habeas/core';
import { type Language, noticeList } from '@habeas/core/law';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { Installation } from '../../composition/installation.js';
import { answer } from '../../platform/answer.js';
import type { ApiContext } from '../../platform/api-viewer.js';
import { Seen, seeing } from '../../platform/seen.js';
import { ShownField, ShownMutation } from '../../platform/shown.js';
import { requestType } from '../requests/request.mapper.js';
import { RequestResult, RequestType } from '../requests/request.types.js';
import { Languages } from '../requests/request.words.js';
import { FieldRulingType, GateType, RetentionType } from './disclosure.types.js';
import { NoticeListType } from './notice.types.js';
import { ReportPreviewType } from './report-preview.type.js';
import { RecordRulingType } from './record-ruling.type.js';
import { RecordRulingInput, recordRulingOf, RulingInput, rulingOf } from './ruling.input.js';

/** What was decided of what is in the archive, and what people rule on it. */
@Resolver(() => RequestType)
export class DisclosureResolver {
  readonly #desk: WorkDesk;

  constructor(private readonly installation: Installation) {
    this.#desk = installation.service.desk;
  }

  @ShownField('request.read', () => GateType, {
    nullable: true,
    description: 'Once the archive is made, of a controller with a register.',
  })
  gate(
    @Parent() { row }: RequestType,
    @Args('language', { type: () => Languages, nullable: true, description: "By default the request's own." })
    language?: Language | null,
  ): GateType | undefined {
    const gate = gateNow(row);
    return gate && GateType.of(gate, language ?? row.language);
  }

  @ShownField('report.preview', () => [ReportPreviewType], {
    description: 'Where the report can be seen while it waits for its release. Empty where there is none.',
  })
  reportPreviews(@Parent() { row }: RequestType): readonly ReportPreviewType[] {
    return ReportPreviewType.of(row);
  }

  @ShownField('request.read', () => [RetentionType], { description: 'Of a controller with a register.' })
  retention(@Parent() { row }: RequestType): readonly RetentionType[] {
    return (row.disclosure?.retention ?? []).map((tally) => RetentionType.of(tally));
  }

  @ShownField('request.read', () => NoticeListType, {
    nullable: true,
    description: 'Of the activities in which the person has records. Once the archive is made, of a controller with a register.',
  })
  notices(
    @Parent() { row }: RequestType,
    @Context() { viewer }: ApiContext,
    @Args('language', { type: () => Languages, nullable: true, description: "By default the request's own." })
    language?: Language | null,
  ): NoticeListType | undefined {
    const register = this.installation.service.config.controllers.get(viewer.controller)?.register?.register;
    if (row.disclosure === undefined || register === undefined) return undefined;
    const activities = new Set(row.disclosure.retention.map(({ activity }) => activity));
    return NoticeListType.of(noticeList(register, [...activities]), language ?? row.language);
  }

  @ShownField('request.read', () => [FieldRulingType])
  rulings(@Parent() { row }: RequestType): readonly FieldRulingType[] {
    return (row.rulings ?? []).map((ruling) => FieldRulingType.of(ruling));
  }

  @ShownField('match.read', () => [RecordRulingType], { description: 'Kept with its personal data: gone once it is shredded.' })
  async recordRulings(@Parent() { row }: RequestType): Promise<readonly RecordRulingType[]> {
    if (row.caseFile === undefined) return [];
    return RecordRulingType.listOf((await openCaseFile(this.#desk.vault, row)).recordRulings ?? []);
  }

  @ShownMutation('match.review', () => RequestResult, {
    description: 'Hides one record, one of its values or stretches of a text, or shows it again, and has the archive made anew.',
  })
  ruleOnRecord(
    @Args('id', { type: () => ID }) id: string,
    @Args('ruling') ruling: RecordRulingInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<InstanceType<typeof RequestType> | object> {
    const decider = { ...seeing(viewer, seen), isDpo: viewer.roles.includes('dpo') };
    return answer(ruleOnRecord(this.#desk, decider, id, recordRulingOf(ruling, viewer.actor.id)), requestType);
  }

  @ShownMutation('match.review', () => RequestResult, {
    description: 'Decides whether a field is handed over in which somebody else may be named, and has the archive made anew.',
  })
  ruleOnField(
    @Args('id', { type: () => ID }) id: string,
    @Args('ruling') ruling: RulingInput,
    @Context() { viewer }: ApiContext,
    @Seen() seen?: number | null,
  ): Promise<InstanceType<typeof RequestType> | object> {
    const decider = { ...seeing(viewer, seen), isDpo: viewer.roles.includes('dpo') };
    return answer(ruleOnField(this.#desk, decider, id, rulingOf(ruling, viewer.actor.id)), requestType);
  }
}
