/** What people sent: pictures, films, sounds and files. Kept until the memory for them is full. */
import type { Content } from '../contents.ts';
import { type Answer, type Call, type Endpoint, notFound, Refusal } from './endpoint.ts';

const path = '/v2/bot/message/:messageId/content';

export const contentEndpoints: readonly Endpoint[] = [
  { name: 'content', method: 'get', path, body: 'none', answer: download },
  { name: 'content-preview', method: 'get', path: `${path}/preview`, body: 'none', answer: download },
  {
    name: 'content-transcoding',
    method: 'get',
    path: `${path}/transcoding`,
    body: 'none',
    answer: transcoding,
  },
];

/** 202 while LINE still prepares it, 410 when its sender took it back. The preview is the picture itself. */
function download(call: Call): Answer {
  const content = find(call);
  if (!content.ready) return { status: 202, body: {} };
  return { status: 200, bytes: { data: content.bytes, contentType: content.contentType } };
}

function transcoding(call: Call): Answer {
  return { status: 200, body: { status: find(call).ready ? 'succeeded' : 'processing' } };
}

function find({ platform, parameters }: Call): Content {
  const found = platform.contents.find(parameters.messageId ?? '');
  if (found.state === 'unsent') throw new Refusal(410, { message: 'The content is gone' });
  if (found.state === 'absent') throw notFound('not found');
  return found.content;
}
