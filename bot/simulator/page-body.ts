/** Reads what the page posted. */
import type { Request } from 'express';
import type { z } from 'zod';
import { judge } from './message-rules/judge.ts';
import { PageRefusal } from './page-refusal.ts';

/** The body in its type; a wrong one is refused with what is wrong. */
export function readBody<Body extends z.ZodType>(schema: Body, request: Request): z.infer<Body> {
  const [error] = judge(schema, request.body);
  if (error !== undefined) throw new PageRefusal(400, `${error.property}: ${error.message}`);
  return schema.parse(request.body);
}
