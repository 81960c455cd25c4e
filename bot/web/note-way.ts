/** Noting that somebody asked the way: only of people who agreed to the notice and want to be asked the next morning. */
import { loadConversation } from '../../models/conversation.ts';
import { wantsQuestion } from '../../models/rating-question.ts';
import { noteWayAsked, type WayAsked } from '../../models/way-asked.ts';
import { readConversation } from '../turn/stored-state.ts';

/** Notes it. An address outlives a consent that was taken back, so both are asked anew. */
export async function noteWay(way: WayAsked & { at: Date }): Promise<void> {
  const { person } = way;
  const [{ state }, isWanted] = await Promise.all([loadConversation(person), wantsQuestion(person)]);
  if (isWanted && readConversation(person, state).consent) await noteWayAsked(way);
}
