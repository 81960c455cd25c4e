/** The writes about reminders. `key` is derived from the turn, so that twice equals once. */
import type { ShownReminderSettings, WantedReminder } from './reminder-look-ups.ts';

export type ReminderEffects = {
  /** Keeps when the person wants to be reminded; `off: null` switches reminders on. What is left out stays. */
  keepReminderSettings: {
    takes: { hour?: number; off?: NonNullable<ShownReminderSettings['off']> | null };
    gives: { kept: true };
  };
  /**
   * Reminds the officials of agencies that have not done what a deadline asks for; who was reminded by hand that day
   * already is not again. `messages`: how many people are reminded by it; `held`: how many are not for want of paid
   * messages; `day`: when it goes out.
   */
  remindNow: {
    takes: WantedReminder & { key: string };
    gives: { result: 'reminded'; messages: number; held: number; day: string } | { result: 'not-yours' };
  };
  /** Puts what is held in a scope for want of paid messages before all else that is to be sent, once there are some. */
  remindHeld: {
    takes: { scope: string; key: string };
    gives: { result: 'asked'; people: number } | { result: 'not-yours' };
  };
};
