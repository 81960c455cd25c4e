/** Every conversation there is. A new flow adds its line here. */

import { chat } from './engine/chat-texts.ts';
import type { TextMaker } from './engine/text.ts';
import type { Repertoire } from './engine/world.ts';
import { findOffice } from './find-office.ts';
import { officeKindTexts } from './office-kinds.ts';
import { pinOffice } from './pin-office.ts';
import { PRIVACY_NOTICE_VERSION } from './privacy-notice.ts';
import { welcome } from './welcome.ts';

export const repertoire: Repertoire = {
  flows: [findOffice, pinOffice, welcome],
  welcome: welcome.id,
  search: findOffice.id,
  privacyNotice: PRIVACY_NOTICE_VERSION,
};

/** All texts that can be said in a chat. */
export const allTexts: readonly TextMaker[] = [
  chat,
  officeKindTexts,
  ...repertoire.flows.map((flow) => flow.text),
];
