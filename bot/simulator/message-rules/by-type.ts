/** A choice between object forms by their `type`, with LINE's words for an unknown one. */
import { z } from 'zod';

type Option = z.core.$ZodTypeDiscriminable;

/** The value must have the form of the option whose `type` it names. */
export function byType<const Options extends readonly [Option, ...Option[]]>(
  options: Options,
  types: string[],
) {
  return z.discriminatedUnion('type', options, {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? `Must be one of the following values: [${types.join(', ')}]`
        : undefined,
  });
}
