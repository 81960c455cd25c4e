/** Every conversation there is. A new flow adds its line here. */

import { agencyTexts } from './agency-choice.ts';
import { approvals } from './approvals.ts';
import { checkPins } from './check-pins.ts';
import { editPin } from './edit-pin.ts';
import { questionTexts } from './edit-pin-questions.ts';
import { chat } from './engine/chat-texts.ts';
import type { TextMaker } from './engine/text.ts';
import type { Repertoire } from './engine/world.ts';
import { findOffice } from './find-office.ts';
import { history } from './history.ts';
import { invite } from './invite.ts';
import { mergePins } from './merge-pins.ts';
import { myPins } from './my-pins.ts';
import { officeKindTexts } from './office-kinds.ts';
import { officials } from './officials.ts';
import { answerTexts } from './pin-answers.ts';
import { faultTexts } from './pin-faults.ts';
import { fieldTexts } from './pin-fields.ts';
import { pinOffice } from './pin-office.ts';
import { pinPhotos } from './pin-photos.ts';
import { PRIVACY_NOTICE_VERSION } from './privacy-notice.ts';
import { profileTexts } from './profile-answers.ts';
import { redeemedTexts } from './redeemed-words.ts';
import { register } from './register.ts';
import { reportPin } from './report-pin.ts';
import { roles } from './role.ts';
import { roleTexts } from './role-names.ts';
import { tasks } from './tasks.ts';
import { welcome } from './welcome.ts';

export const repertoire: Repertoire = {
  flows: [
    findOffice,
    pinOffice,
    myPins,
    editPin,
    pinPhotos,
    checkPins,
    reportPin,
    tasks,
    welcome,
    register,
    approvals,
    officials,
    invite,
    roles,
    history,
    mergePins,
  ],
  welcome: welcome.id,
  search: findOffice.id,
  privacyNotice: PRIVACY_NOTICE_VERSION,
};

/** All texts that can be said in a chat. */
export const allTexts: readonly TextMaker[] = [
  chat,
  officeKindTexts,
  fieldTexts,
  questionTexts,
  answerTexts,
  faultTexts,
  agencyTexts,
  profileTexts,
  redeemedTexts,
  roleTexts,
  ...repertoire.flows.map((flow) => flow.text),
];
