/** A turn without storage or LINE: what an input leads to, its writes done by the function handed in. */
import type { Effect, Outcome } from '../../flows/effects.ts';
import { advance } from '../../flows/engine/advance.ts';
import type { Conversation } from '../../flows/engine/flow.ts';
import type { Input } from '../../flows/engine/input.ts';
import type { Saying } from '../../flows/engine/message.ts';
import { present } from '../../flows/engine/present.ts';
import type { World } from '../../flows/engine/world.ts';

/** Does one write. Doing it twice must equal doing it once. */
export type Perform = (effect: Effect, person: string) => Promise<Outcome>;

/** How often one flow may hand over to the next within a turn; more is a circle. */
const HANDOVERS_AT_MOST = 5;

/** Plays one input: decide, write, say; again for each flow that takes over. */
export async function playTurn(
  conversation: Conversation,
  input: Input,
  world: World,
  perform: Perform,
): Promise<{ conversation: Conversation; saying: Saying }> {
  let decision = await advance(conversation, input, world);
  let within = world;
  for (let hop = 0; hop < HANDOVERS_AT_MOST; hop += 1) {
    const outcomes: Outcome[] = [];
    for (const effect of decision.effects) outcomes.push(await perform(effect, conversation.person));
    within = inRole(within, decision.effects, outcomes);
    const turn = await present(decision, outcomes, within);
    if (!turn.next) return { conversation: turn.conversation, saying: turn.saying };
    decision = turn.next;
  }
  throw new Error('flows hand over to each other without end');
}

/** Who has just taken up a role works in it from here on: a flow that takes over begins there. */
function inRole(world: World, effects: readonly Effect[], outcomes: readonly Outcome[]): World {
  const taken = effects.findLast((effect, index) => {
    const outcome = outcomes[index];
    return effect.do === 'actAs' && outcome?.of === 'actAs' && outcome.acting;
  });
  return taken?.do === 'actAs' ? { ...world, who: { ...world.who, acting: taken.role } } : world;
}
