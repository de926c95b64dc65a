import { Args, Int } from '@nestjs/graphql';

/** The argument by which a decision names the version of the request that was looked at. */
export function Seen(): ParameterDecorator {
  return Args('seen', {
    type: () => Int,
    nullable: true,
    description: 'The version of the request that was looked at: where it has changed since, nothing is done (CHANGED).',
  });
}

/** A viewer who decides by what they saw. Without a version they decide by whatever there is. */
export function seeing<Viewer extends object>(
  viewer: Viewer,
  seen: number | null | undefined,
): Viewer & { readonly seen?: number } {
  return seen === null || seen === undefined ? viewer : { ...viewer, seen };
}
