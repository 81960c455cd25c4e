/** Reads a body in the type of its schema. */
import type { z } from 'zod';
import { judge } from '../message-rules/judge.ts';
import { bodyErrors } from './endpoint.ts';

/** The body, or the refusal that names its errors. */
export function judged<Body extends z.ZodType>(schema: Body, json: unknown): z.infer<Body> {
  const errors = judge(schema, json);
  if (errors.length > 0) throw bodyErrors(errors);
  return schema.parse(json);
}
