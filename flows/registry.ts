/** Every conversation there is. A new flow adds its line here. */

import { agencyTexts } from './agency-choice.ts';
import { approvals } from './approvals.ts';
import { checkPins } from './check-pins.ts';
import { at1111Texts } from './complaints/at-1111.ts';
import { historyTexts } from './complaints/case-history.ts';
import { listTexts as caseListTexts } from './complaints/case-list.ts';
import { caseTexts } from './complaints/case-words.ts';
import { complain } from './complaints/complain.ts';
import { complaintCases } from './complaints/complaint-cases.ts';
import { photoTexts } from './complaints/photo-collecting.ts';
import { toldTexts } from './complaints/told.ts';
import { trackComplaint } from './complaints/track-complaint.ts';
import { copies } from './copies/copies.ts';
import { copyFlag } from './copies/copy-flag.ts';
import { officeCopiesTexts } from './copies/office-copies.ts';
import { deadlines } from './deadlines/deadlines.ts';
import { forAgency } from './deadlines/for-agency.ts';
import { nextStepTexts } from './deadlines/next-step.ts';
import { editPin } from './edit-pin.ts';
import { questionTexts } from './edit-pin-questions.ts';
import { undoTexts } from './edit-pin-undo.ts';
import { chat } from './engine/chat-texts.ts';
import type { TextMaker } from './engine/text.ts';
import type { Repertoire } from './engine/world.ts';
import { findOffice } from './find-office.ts';
import { history } from './history.ts';
import { historyFieldTexts } from './history-field-texts.ts';
import { invite } from './invite.ts';
import { mergePins } from './merge-pins.ts';
import { missingAgencies } from './missing-agencies.ts';
import { kindTexts } from './my-data/kind-words.ts';
import { myData } from './my-data/my-data.ts';
import { unsentTexts } from './my-data/unsent-words.ts';
import { myPins } from './my-pins.ts';
import { listTexts } from './my-pins-list.ts';
import { myProfile } from './my-profile.ts';
import { cardTexts } from './office-card-texts.ts';
import { officeKindTexts } from './office-kinds.ts';
import { officials } from './officials.ts';
import { answerTexts } from './pin-answers.ts';
import { faultTexts } from './pin-faults.ts';
import { fieldTexts } from './pin-fields.ts';
import { pinOffice } from './pin-office.ts';
import { pinPhotos } from './pin-photos.ts';
import { places } from './places/places.ts';
import { poster } from './posters/poster.ts';
import { PRIVACY_NOTICE_VERSION } from './privacy-notice.ts';
import { manuals } from './procedures/manuals.ts';
import { services } from './procedures/services.ts';
import { profileTexts } from './profile-answers.ts';
import { digest } from './progress/digest.ts';
import { digestTexts } from './progress/digest-words.ts';
import { heldTexts } from './progress/held.ts';
import { leave } from './progress/leave.ts';
import { progress } from './progress/progress.ts';
import { remindTexts } from './progress/remind-texts.ts';
import { comments } from './ratings/comments.ts';
import { howWasItTexts } from './ratings/how-was-it.ts';
import { rate } from './ratings/rate.ts';
import { starTexts } from './ratings/stars.ts';
import { redeemedTexts } from './redeemed-words.ts';
import { register } from './register.ts';
import { reminderTexts } from './reminders/reminder-words.ts';
import { reminders } from './reminders/reminders.ts';
import { reportPin } from './report-pin.ts';
import { report } from './reports/report.ts';
import { route } from './reports/route.ts';
import { reasonTexts, routeTexts, stepTexts } from './reports/route-texts.ts';
import { roles } from './role.ts';
import { roleTexts } from './role-names.ts';
import { partTexts } from './scope-parts.ts';
import { matrixTexts } from './survey/matrix-texts.ts';
import { reviewTexts } from './survey/review-texts.ts';
import { survey } from './survey/survey.ts';
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
    missingAgencies,
    myProfile,
    mergePins,
    manuals,
    poster,
    services,
    survey,
    route,
    report,
    copies,
    copyFlag,
    deadlines,
    forAgency,
    reminders,
    progress,
    digest,
    leave,
    rate,
    comments,
    places,
    myData,
    complain,
    trackComplaint,
    complaintCases,
  ],
  welcome: welcome.id,
  search: findOffice.id,
  privacyNotice: PRIVACY_NOTICE_VERSION,
};

/** All texts that can be said in a chat. */
export const allTexts: readonly TextMaker[] = [
  chat,
  officeKindTexts,
  officeCopiesTexts,
  fieldTexts,
  cardTexts,
  questionTexts,
  undoTexts,
  listTexts,
  partTexts,
  answerTexts,
  faultTexts,
  agencyTexts,
  profileTexts,
  redeemedTexts,
  reviewTexts,
  matrixTexts,
  roleTexts,
  toldTexts,
  caseTexts,
  historyTexts,
  historyFieldTexts,
  caseListTexts,
  photoTexts,
  at1111Texts,
  routeTexts,
  reasonTexts,
  kindTexts,
  unsentTexts,
  stepTexts,
  nextStepTexts,
  reminderTexts,
  digestTexts,
  remindTexts,
  heldTexts,
  starTexts,
  howWasItTexts,
  ...repertoire.flows.map((flow) => flow.text),
];
