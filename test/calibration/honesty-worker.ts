import { worker } from 'workerpool';
import { triedCampaign } from './honesty.ts';

/* What runs in every thread: one campaign after another, none of which needs another. */

worker({ campaign: triedCampaign });
