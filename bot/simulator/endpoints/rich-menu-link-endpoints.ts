/** Who sees which rich menu: the default one, links of single people and of many. */
import { userIdPattern } from '../identifiers.ts';
import { bulkLinkSchema, bulkUnlinkSchema } from '../message-rules/rich-menu-rules.ts';
import type { RichMenu } from '../rich-menus.ts';
import {
  type Answer,
  accepted,
  type Call,
  done,
  type Endpoint,
  invalidProperty,
  notFound,
  Refusal,
} from './endpoint.ts';
import { judged } from './judged.ts';
import { requireUserId } from './people-endpoints.ts';
import { requireMenu } from './rich-menu-endpoints.ts';

const everyone = '/v2/bot/user/all/richmenu';
const person = '/v2/bot/user/:userId/richmenu';
const many = '/v2/bot/richmenu';

/** The paths for all stand before those for one person. */
export const richMenuLinkEndpoints: readonly Endpoint[] = [
  {
    name: 'richmenu-default-set',
    method: 'post',
    path: `${everyone}/:richMenuId`,
    body: 'none',
    answer: setDefault,
  },
  { name: 'richmenu-default-get', method: 'get', path: everyone, body: 'none', answer: getDefault },
  { name: 'richmenu-default-unset', method: 'delete', path: everyone, body: 'none', answer: unsetDefault },
  { name: 'richmenu-link', method: 'post', path: `${person}/:richMenuId`, body: 'none', answer: link },
  { name: 'richmenu-link-get', method: 'get', path: person, body: 'none', answer: linkOf },
  { name: 'richmenu-unlink', method: 'delete', path: person, body: 'none', answer: unlink },
  { name: 'richmenu-bulk-link', method: 'post', path: `${many}/bulk/link`, body: 'json', answer: bulkLink },
  {
    name: 'richmenu-bulk-unlink',
    method: 'post',
    path: `${many}/bulk/unlink`,
    body: 'json',
    answer: bulkUnlink,
  },
];

function requireImage(menu: RichMenu): RichMenu {
  if (menu.image !== undefined) return menu;
  throw new Refusal(400, { message: 'must upload richmenu image before applying it to user' });
}

function setDefault(call: Call): Answer {
  const { platform } = call;
  platform.richMenus.defaultId = requireImage(requireMenu(call)).richMenuId;
  platform.chats.signalAll({ kind: 'menu' });
  return done;
}

function getDefault({ platform }: Call): Answer {
  const richMenuId = platform.richMenus.defaultId;
  if (richMenuId === undefined) throw notFound('no default richmenu');
  return { status: 200, body: { richMenuId } };
}

function unsetDefault({ platform }: Call): Answer {
  platform.richMenus.defaultId = undefined;
  platform.chats.signalAll({ kind: 'menu' });
  return done;
}

function link(call: Call): Answer {
  const userId = requireUserId(call);
  call.platform.richMenus.link(userId, requireImage(requireMenu(call)).richMenuId);
  return done;
}

function linkOf(call: Call): Answer {
  const richMenuId = call.platform.richMenus.links.get(requireUserId(call));
  if (richMenuId === undefined) throw notFound('the user has no richmenu');
  return { status: 200, body: { richMenuId } };
}

function unlink(call: Call): Answer {
  call.platform.richMenus.link(requireUserId(call), undefined);
  return done;
}

function requireUserIds(userIds: readonly string[]): void {
  const wrong = userIds.findIndex((userId) => !userIdPattern.test(userId));
  if (wrong >= 0) throw invalidProperty(`userIds[${wrong}]`);
}

function bulkLink({ platform, json }: Call): Answer {
  const { richMenuId, userIds } = judged(bulkLinkSchema, json);
  requireUserIds(userIds);
  const menu = platform.richMenus.menus.get(richMenuId);
  if (menu === undefined) throw notFound('richmenu not found');
  requireImage(menu);
  for (const userId of userIds) platform.richMenus.link(userId, richMenuId);
  return accepted;
}

function bulkUnlink({ platform, json }: Call): Answer {
  const { userIds } = judged(bulkUnlinkSchema, json);
  requireUserIds(userIds);
  for (const userId of userIds) platform.richMenus.link(userId, undefined);
  return accepted;
}
