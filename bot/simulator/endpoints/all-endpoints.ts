/** Every endpoint of the platform that the bot can call; where paths overlap the first one wins. */
import { channelEndpoints } from './channel-endpoints.ts';
import { contentEndpoints } from './content-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { messageEndpoints } from './message-endpoints.ts';
import { peopleEndpoints } from './people-endpoints.ts';
import { richMenuAliasEndpoints } from './rich-menu-alias-endpoints.ts';
import { richMenuBatchEndpoints } from './rich-menu-batch-endpoints.ts';
import { richMenuByIdEndpoints, richMenuEndpoints } from './rich-menu-endpoints.ts';
import { richMenuLinkEndpoints } from './rich-menu-link-endpoints.ts';

export const allEndpoints: readonly Endpoint[] = [
  ...messageEndpoints,
  ...peopleEndpoints,
  ...channelEndpoints,
  ...contentEndpoints,
  ...richMenuAliasEndpoints,
  ...richMenuLinkEndpoints,
  ...richMenuBatchEndpoints,
  ...richMenuEndpoints,
  ...richMenuByIdEndpoints,
];
