/** Putting secrets into a message at the last moment: what is stored holds the keys of invitations and links only. */
import type { Action, Saying } from '../../flows/engine/message.ts';
import type { InvitationOf } from '../../flows/engine/text.ts';
import { invitationCodeFor } from '../../models/invitation.ts';
import { dataTokenFor } from '../../models/my-data-link.ts';

/** Has LINE open the page in the phone's own browser: the one inside LINE does not save files everywhere. LINE's "URL scheme". */
const IN_OWN_BROWSER = '?openExternalBrowser=1';

type SecretPage = Extract<Action, { act: 'page' }> & { secretOf: string };

/** The same message with each invitation's code in place of its key, and each secret page's token behind its path. */
export function withCodes(saying: Saying, secret: string): Saying {
  // A saying is plain JSON; it comes back as it went, codes and tokens apart.
  return JSON.parse(JSON.stringify(saying), (_, value: unknown) => {
    if (isInvitation(value)) return invitationCodeFor(value.invitationOf, secret);
    if (isSecretPage(value))
      return {
        act: 'page',
        path: `${value.path}${dataTokenFor(value.secretOf, secret)}${IN_OWN_BROWSER}`,
      };
    return value;
  });
}

function isInvitation(value: unknown): value is InvitationOf {
  return (
    typeof value === 'object' &&
    value !== null &&
    'invitationOf' in value &&
    typeof value.invitationOf === 'string'
  );
}

function isSecretPage(value: unknown): value is SecretPage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'act' in value &&
    value.act === 'page' &&
    'secretOf' in value &&
    typeof value.secretOf === 'string'
  );
}
