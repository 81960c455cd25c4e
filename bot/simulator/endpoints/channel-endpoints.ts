/** The channel itself: the bot's own data, its quota and its webhook URL. */
import { z } from 'zod';
import { hourlyTestLimit, webhookEndpointLimit } from '../rate-limits.ts';
import { type Answer, type Call, done, type Endpoint, notFound, Refusal } from './endpoint.ts';
import { judged } from './judged.ts';

const webhookPath = '/v2/bot/channel/webhook/endpoint';
const limit = webhookEndpointLimit;

export const channelEndpoints: readonly Endpoint[] = [
  { name: 'info', method: 'get', path: '/v2/bot/info', body: 'none', answer: info },
  { name: 'quota', method: 'get', path: '/v2/bot/message/quota', body: 'none', answer: quota },
  {
    name: 'quota-consumption',
    method: 'get',
    path: '/v2/bot/message/quota/consumption',
    body: 'none',
    answer: ({ platform }) => ({ status: 200, body: { totalUsage: shownUsage(platform) } }),
  },
  { name: 'webhook-get', method: 'get', path: webhookPath, body: 'none', limit, answer: webhookUrl },
  { name: 'webhook-put', method: 'put', path: webhookPath, body: 'json', limit, answer: setWebhookUrl },
  {
    name: 'webhook-test',
    method: 'post',
    path: '/v2/bot/channel/webhook/test',
    body: 'optional',
    limit: hourlyTestLimit,
    answer: testWebhook,
  },
];

function info({ platform }: Call): Answer {
  const body = {
    userId: platform.botUserId,
    basicId: '@000pakmd',
    displayName: 'ปักหมุด',
    chatMode: 'bot',
    markAsReadMode: 'manual',
  };
  return { status: 200, body };
}

/** A quota that is used up on purpose shows as used up. */
function shownUsage({ quota: { limit, used }, faults }: Call['platform']): number {
  return faults.quotaExhausted ? Math.max(limit ?? used, used) : used;
}

function quota({ platform }: Call): Answer {
  const { limit: value } = platform.quota;
  return { status: 200, body: value === null ? { type: 'none' } : { type: 'limited', value } };
}

function webhookUrl({ platform }: Call): Answer {
  const endpoint = platform.webhooks.url;
  if (endpoint === undefined) throw notFound('webhook endpoint url is not set');
  return { status: 200, body: { endpoint, active: true } };
}

/** LINE takes https only; the simulated platform also takes http, since the bot runs on this machine. */
const endpointUrl = z
  .string()
  .max(500, 'Size must be between 0 and 500')
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'Invalid webhook URL');

function setWebhookUrl({ platform, json }: Call): Answer {
  platform.setWebhookUrl(judged(z.strictObject({ endpoint: endpointUrl }), json).endpoint);
  return done;
}

/** Sends the empty webhook of the console's Verify button, to the given URL or to the channel's. */
async function testWebhook({ platform, json }: Call): Promise<Answer> {
  const { endpoint } = judged(z.strictObject({ endpoint: endpointUrl.optional() }), json);
  const url = endpoint ?? platform.webhooks.url;
  if (url === undefined) throw new Refusal(404, { message: 'webhook endpoint url is not set' });
  const { status = 0, reason } = await platform.webhooks.sendEmpty(url);
  const body = {
    success: reason === undefined,
    timestamp: platform.now().toISOString(),
    statusCode: status,
    reason: reason?.toUpperCase() ?? 'OK',
    detail: status === 0 ? 'no answer' : String(status),
  };
  return { status: 200, body };
}
