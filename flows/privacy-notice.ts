/** The privacy notice in force. Raise the version when its meaning changes: everybody is asked for consent anew. */
export const PRIVACY_NOTICE_VERSION = 2;
