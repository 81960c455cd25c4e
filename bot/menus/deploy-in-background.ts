/** Deploying the menus beside a start that does not wait for them: for the simulated channel, which begins without any. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MenuClient } from '../line/menu-client.ts';
import type { Log } from '../log.ts';
import { DeploymentFailed, deployMenus } from './deploy-menus.ts';
import { MenuLinker } from './link-menus.ts';

/** A deployment on its way; `stop` ends it before its next step and waits for that. */
type Deploying = { done: Promise<void>; stop(): Promise<void> };

/** Begins deploying. A failure is logged: the bot works without menus too. */
export function deployInBackground({
  line,
  now,
  newId,
  log,
}: {
  line: MenuClient;
  now: () => Date;
  newId: () => string;
  log: Log;
}): Deploying {
  let stopped = false;
  const linker = new MenuLinker({ line, now, newId, log });
  const run = async () => {
    // Whoever starts the bot gets it at once; drawing comes after.
    await nextTurn();
    try {
      await deployMenus({ line, linker, now, newId, goesOn: () => !stopped });
    } catch (error) {
      if (!stopped) log.warn({ err: error }, 'the rich menus were not deployed');
      else if (!(error instanceof DeploymentFailed)) log.info({ err: error }, 'deploying menus was cut off');
    }
  };
  const done = run();
  return {
    done,
    async stop() {
      stopped = true;
      await done;
    },
  };
}
