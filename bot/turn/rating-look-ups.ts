/** What conversations about ratings read, answered from the database. */
import type { RatedOffice, RatingLookUps, ShownComment } from '../../flows/ratings/rating-look-ups.ts';
import { readPinCode } from '../../models/pin-code.ts';
import { pinByCode } from '../../models/published-pins.ts';
import { ownRating, standingOf, wasOffice } from '../../models/rating.ts';
import {
  commentedOffices,
  officeComments,
  publicComments,
  type ShownComment as StoredComment,
} from '../../models/rating-comments.ts';
import { satisfactionOf } from '../../models/rating-counts.ts';
import { wantsQuestion } from '../../models/rating-question.ts';
import type { PhotoKeys } from '../photos/photo-key.ts';
import type { WayTokens } from '../web/way-token.ts';

type Surroundings = { photoKeys: PhotoKeys; wayTokens: Pick<WayTokens, 'seal'> };

/** Look-ups about ratings. */
export function createRatingLookUps({ photoKeys, wayTokens }: Surroundings): RatingLookUps {
  return {
    office: officeTyped,
    satisfaction: async (pin) => (await satisfactionOf([pin])).get(pin) ?? { n: 0, leftOut: 0 },
    own: (pin, by, day) => ownRating({ pin, by, day }),
    publicComments: async (pin, page) => {
      const { comments, all } = await publicComments(pin, page);
      return { comments: comments.map((comment) => withoutPhoto(comment)), all };
    },
    comments: async (pin, person, page) => {
      const found = await officeComments(pin, person, page);
      return found && { ...found, comments: found.comments.map((comment) => withKey(comment, photoKeys)) };
    },
    commented: commentedOffices,
    isAskedAfterwards: wantsQuestion,
    wayPath: (pin, person, now) => `/way/${pin}/${wayTokens.seal(pin, person, now)}`,
  };
}

async function officeTyped(
  typed: string,
  by: string,
  day: string,
): Promise<RatedOffice | 'gone' | undefined> {
  const code = readPinCode(typed);
  const pin = code && (await pinByCode(code));
  if (!pin) return code && (await wasOffice(code)) ? 'gone' : undefined;
  const standing = await standingOf({ pin: pin.code, by, day });
  return standing === 'gone' ? 'gone' : { code: pin.code, name: pin.name, standing };
}

function withoutPhoto({ photo: _photo, ...comment }: StoredComment): ShownComment {
  return comment;
}

function withKey({ photo, ...comment }: StoredComment, keys: PhotoKeys): ShownComment {
  return { ...comment, ...(photo && { photo: { id: photo, key: keys.keyOf(photo) } }) };
}
