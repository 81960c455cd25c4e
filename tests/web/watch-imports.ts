/** Loaded before a program: says on standard error which files of the project it imports. */
import { registerHooks } from 'node:module';

registerHooks({
  load(url, context, nextLoad) {
    if (!url.includes('/node_modules/')) process.stderr.write(`imports ${url}\n`);
    return nextLoad(url, context);
  },
});
