/** Linking menus beside the turns: soon after a kick, and every now and then for what others wished or a crash left. */
import type { Log } from '../log.ts';
import type { MenuLinker } from './link-menus.ts';

/** `kick` has it look at once; `stop` resolves when the round in hand is done. */
export type Linking = { kick: () => void; stop: () => Promise<void> };

type Parts = { linker: Pick<MenuLinker, 'all'>; pollMilliseconds: number; log: Log };

/** Starts looking. */
export function keepLinking({ linker, pollMilliseconds, log }: Parts): Linking {
  let stopped = false;
  let kicked = false;
  let wake: (() => void) | undefined;
  const kick = () => {
    kicked = true;
    wake?.();
  };
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopped) {
      await linker.all().catch((error: unknown) => log.warn({ err: error }, 'linking menus was interrupted'));
      // A kick during the round may be about somebody whom the round did not see any more.
      if (!stopped && !kicked) await sleep();
      kicked = false;
    }
  };
  const running = run();
  return {
    kick,
    async stop() {
      stopped = true;
      kick();
      await running;
    },
  };
}
