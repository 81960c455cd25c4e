/** Turns what zod finds into LINE's error details. */
import type { z } from 'zod';
import type { Detail } from '../endpoints/endpoint.ts';

type Issue = z.core.$ZodIssue;

/** The errors of a value under a schema; empty when it is in order. `at` is put before every property. */
export function judge(schema: z.ZodType, value: unknown, at = ''): Detail[] {
  const outcome = schema.safeParse(value, { reportInput: true });
  return outcome.success ? [] : outcome.error.issues.flatMap((issue) => details(issue, at));
}

function details(issue: Issue, at: string): Detail[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      message: 'unknown property',
      property: propertyPath(at, [...issue.path, key]),
    }));
  }
  return [{ message: wording(issue), property: propertyPath(at, issue.path) }];
}

function wording(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'must be specified';
  if (issue.code === 'invalid_value')
    return `Must be one of the following values: [${issue.values.join(', ')}]`;
  return issue.message;
}

/** `messages[0].contents.body` from the parts of a path. */
function propertyPath(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    at,
  );
}
