/** Aliases: names for rich menus that stay when the menu behind them is replaced. */
import { aliasChangeSchema, aliasSchema } from '../message-rules/rich-menu-rules.ts';
import type { Platform } from '../platform.ts';
import { menuWriteLimit } from '../rate-limits.ts';
import { mostMenus } from '../rich-menus.ts';
import { type Answer, type Call, done, type Endpoint, notFound, Refusal } from './endpoint.ts';
import { judged } from './judged.ts';

const all = '/v2/bot/richmenu/alias';
const one = `${all}/:richMenuAliasId`;

/** The list stands before the path with the alias. */
export const richMenuAliasEndpoints: readonly Endpoint[] = [
  { name: 'richmenu-alias-create', method: 'post', path: all, body: 'json', answer: create },
  {
    name: 'richmenu-alias-list',
    method: 'get',
    path: `${all}/list`,
    body: 'none',
    answer: ({ platform }) => ({
      status: 200,
      body: { aliases: [...platform.richMenus.aliases].map(shown) },
    }),
  },
  {
    name: 'richmenu-alias-get',
    method: 'get',
    path: one,
    body: 'none',
    answer: (call) => ({ status: 200, body: shown(requireAlias(call)) }),
  },
  { name: 'richmenu-alias-update', method: 'post', path: one, body: 'json', answer: update },
  {
    name: 'richmenu-alias-delete',
    method: 'delete',
    path: one,
    body: 'none',
    limit: menuWriteLimit,
    answer: remove,
  },
];

const shown = ([richMenuAliasId, richMenuId]: readonly [string, string]) => ({ richMenuAliasId, richMenuId });

function requireAlias({ platform, parameters: { richMenuAliasId = '' } }: Call): [string, string] {
  const richMenuId = platform.richMenus.aliases.get(richMenuAliasId);
  if (richMenuId === undefined) throw notFound('richmenu alias not found');
  return [richMenuAliasId, richMenuId];
}

/** A menu without a picture counts as not there. */
function requirePictured(platform: Platform, richMenuId: string): void {
  if (platform.richMenus.menus.get(richMenuId)?.image === undefined) {
    throw new Refusal(400, { message: 'richmenu not found' });
  }
}

function create({ platform, json }: Call): Answer {
  const { richMenuAliasId, richMenuId } = judged(aliasSchema, json);
  const { aliases } = platform.richMenus;
  requirePictured(platform, richMenuId);
  if (aliases.has(richMenuAliasId)) throw new Refusal(400, { message: 'conflict richmenu alias id' });
  if (aliases.size >= mostMenus) {
    throw new Refusal(400, { message: 'the maximum number of richmenu aliases is reached' });
  }
  aliases.set(richMenuAliasId, richMenuId);
  return done;
}

function update(call: Call): Answer {
  const { richMenuId } = judged(aliasChangeSchema, call.json);
  const [richMenuAliasId] = requireAlias(call);
  requirePictured(call.platform, richMenuId);
  call.platform.richMenus.aliases.set(richMenuAliasId, richMenuId);
  return done;
}

function remove(call: Call): Answer {
  call.platform.richMenus.aliases.delete(requireAlias(call)[0]);
  return done;
}
