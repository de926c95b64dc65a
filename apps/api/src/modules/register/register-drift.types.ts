import type { DriftFinding, Language } from '@habeas/core/law';
import { ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';

@ObjectType('RegisterDrift', {
  description: 'Where the register and what its sources hold are not the same. Never for the subject; what is held is disclosed.',
})
export class RegisterDriftType {
  @Shown('settings.read', () => String, {
    description: 'Stable, such as TABLE_UNMAPPED. SOURCE_UNREACHED: nothing is known of the source.',
  })
  readonly code!: string;

  @Shown('settings.read', () => String, { description: '`blocking` or `warning`.' })
  readonly severity!: string;

  @Shown('settings.read', () => String)
  readonly article!: string;

  @Shown('settings.read', () => ID, { nullable: true, description: 'The source it is in, where it is in one.' })
  readonly source?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'Of the data map; or a table that is in none.' })
  readonly collection?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'Of the data map; or a column that is in none.' })
  readonly field?: string | undefined;

  @Shown('settings.read', () => ID, { nullable: true })
  readonly activity?: string | undefined;

  @Shown('settings.read', () => String, { description: 'What is the case: the same words wherever the same is the case.' })
  readonly what!: string;

  @Shown('settings.read', () => String)
  readonly remedy!: string;

  static of({ what, remedy, ...finding }: DriftFinding, language: Language): RegisterDriftType {
    const { code, severity, article, source, collection, field, activity } = finding;
    const told = { what: what[language], remedy: remedy[language] };
    return Object.assign(new RegisterDriftType(), { code, severity, article, source, collection, field, activity, ...told });
  }
}
