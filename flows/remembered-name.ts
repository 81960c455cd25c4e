/** Names that a conversation remembers between turns, to show them in the language in which it goes on. */
import { z } from 'zod';

/** A name in the languages it has, or what stands for it in every language, such as a pin's code. */
export const rememberedName = z.union([z.string(), z.object({ th: z.string(), en: z.string().optional() })]);

/** Such a name. */
export type RememberedName = z.infer<typeof rememberedName>;
