/** The writes about complaints. `id` is the turn's own key, so that twice equals once; it is also the key of what is told to others. */
import type { Position } from '../engine/message.ts';
import type { ComplaintCategory } from './complaint.ts';

/** What became of a step on a case: `moved-on` when somebody else did another step first. */
type Stepped = { result: 'done' | 'moved-on' | 'not-yours' };
type OnCase = { id: string; code: string };

export type ComplaintEffects = {
  /** Keeps what was said so far, so that leaving loses nothing. */
  keepComplaintDraft: { takes: { id: string; fields: Record<string, unknown> }; gives: { kept: boolean } };
  discardComplaintDraft: { takes: { id: string }; gives: { discarded: true } };
  /** Fetches a picture that was just sent, for the complaint being written (`complaint` is its run) or for a step on a case (its code). */
  addComplaintPhoto: {
    takes: { id: string; complaint: string; messageId: string };
    gives:
      | { result: 'stored' | 'too-many'; count: number; photo: string }
      | { result: 'not-a-picture' | 'too-small' | 'too-large' | 'gone' | 'try-again' };
  };
  /** Sends a complaint; its code is made here. */
  sendComplaint: {
    takes: {
      id: string;
      /** `area` is the code of a subdistrict or district. */
      about: { pin: string } | { position: Position } | { area: string };
      category: ComplaintCategory;
      words: string;
      photos: string[];
      /** Only for who handles the case; left out by anonymous reporters. */
      contact?: string;
    };
    gives: { result: 'sent'; code: string; forwards: boolean } | { result: 'too-many-today' | 'gone' };
  };
  /** Follows a case somebody else reported. */
  followComplaint: { takes: OnCase; gives: { result: 'followed' | 'already' | 'gone' } };
  /** The reporter's steps: it is solved (closes), it is not (needs one line why), an answer to a question, more words. */
  confirmSolved: { takes: OnCase; gives: Stepped };
  disputeSolved: { takes: OnCase & { words: string }; gives: Stepped & { level?: string } };
  answerQuestion: { takes: OnCase & { words: string }; gives: Stepped };
  withdrawComplaint: { takes: OnCase; gives: Stepped };
  /** The handlers' steps. */
  takeCase: { takes: OnCase; gives: Stepped };
  askReporter: { takes: OnCase & { words: string }; gives: Stepped };
  answerReporter: { takes: OnCase & { words: string }; gives: Stepped };
  /** A case that was just passed on is taken first: two who pass it on at once do so once. */
  forwardCase: { takes: OnCase & { to: { agency: string } | { up: true }; words: string }; gives: Stepped };
  solveCase: { takes: OnCase & { words: string; photos: string[]; whyNoPhoto?: string }; gives: Stepped };
};
