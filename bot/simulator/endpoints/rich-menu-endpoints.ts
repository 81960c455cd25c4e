/** Rich menus: making, looking at and deleting them, and their pictures. */
import { readImageSize } from '../image-size.ts';
import { richMenuSchema } from '../message-rules/rich-menu-rules.ts';
import { menuListLimit, menuWriteLimit } from '../rate-limits.ts';
import { menuAnswer, mostMenus, type RichMenu } from '../rich-menus.ts';
import { type Answer, type Call, done, type Endpoint, notFound, Refusal } from './endpoint.ts';
import { judged } from './judged.ts';

const one = '/v2/bot/richmenu/:richMenuId';
const picture = `${one}/content`;
const limit = menuWriteLimit;

/** Named paths such as `list` stand before the one with the id. */
export const richMenuEndpoints: readonly Endpoint[] = [
  { name: 'richmenu-create', method: 'post', path: '/v2/bot/richmenu', body: 'json', limit, answer: create },
  {
    name: 'richmenu-validate',
    method: 'post',
    path: '/v2/bot/richmenu/validate',
    body: 'json',
    answer: validate,
  },
  {
    name: 'richmenu-list',
    method: 'get',
    path: '/v2/bot/richmenu/list',
    body: 'none',
    limit: menuListLimit,
    answer: ({ platform }) => ({
      status: 200,
      body: { richmenus: [...platform.richMenus.menus.values()].map(menuAnswer) },
    }),
  },
];

/** The paths with an id in them. */
export const richMenuByIdEndpoints: readonly Endpoint[] = [
  {
    name: 'richmenu-get',
    method: 'get',
    path: one,
    body: 'none',
    answer: (call) => ({ status: 200, body: menuAnswer(requireMenu(call)) }),
  },
  { name: 'richmenu-delete', method: 'delete', path: one, body: 'none', limit, answer: remove },
  { name: 'richmenu-image-put', method: 'post', path: picture, body: 'bytes', answer: upload },
  { name: 'richmenu-image-get', method: 'get', path: picture, body: 'none', answer: download },
];

/** The menu named in the path, or 404. */
export function requireMenu({ platform, parameters }: Call): RichMenu {
  const menu = platform.richMenus.menus.get(parameters.richMenuId ?? '');
  if (menu === undefined) throw notFound();
  return menu;
}

function validate({ json }: Call): Answer {
  judged(richMenuSchema, json);
  return done;
}

function create({ platform, json }: Call): Answer {
  const body = judged(richMenuSchema, json);
  const { menus } = platform.richMenus;
  if (menus.size >= mostMenus)
    throw new Refusal(400, { message: 'the maximum number of richmenus is reached' });
  const richMenuId = platform.identifiers.richMenuId();
  menus.set(richMenuId, { richMenuId, body });
  return { status: 200, body: { richMenuId } };
}

function remove(call: Call): Answer {
  call.platform.richMenus.delete(requireMenu(call).richMenuId);
  call.platform.chats.signalAll({ kind: 'menu' });
  return done;
}

const largestImage = 1024 * 1024;

function upload(call: Call): Answer {
  const menu = requireMenu(call);
  const { bytes, contentType } = call;
  if (contentType !== 'image/jpeg' && contentType !== 'image/png') {
    throw new Refusal(415, { message: `The content type, ${contentType}, is not supported` });
  }
  if (menu.image !== undefined) {
    throw new Refusal(400, { message: 'An image has already been uploaded to the richmenu' });
  }
  const { width, height } = menu.body.size;
  const size = readImageSize(bytes);
  const fits = size?.width === width && size.height === height && size.contentType === contentType;
  if (!fits || bytes.byteLength > largestImage) {
    throw new Refusal(400, { message: 'The image size is not allowed for richmenu' });
  }
  menu.image = { bytes, contentType };
  return done;
}

function download(call: Call): Answer {
  const { image } = requireMenu(call);
  if (image === undefined) throw notFound();
  return { status: 200, bytes: { data: image.bytes, contentType: image.contentType } };
}
