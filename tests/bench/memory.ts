/** Watching how much memory this process holds. */

const MEGABYTE = 1_048_576;

/** Resident memory from now on, in megabytes. */
export function watchMemory(): () => { first: number; highest: number } {
  const read = () => Math.round(process.memoryUsage().rss / MEGABYTE);
  const first = read();
  let highest = first;
  const timer = setInterval(() => {
    highest = Math.max(highest, read());
  }, 100);
  return () => {
    clearInterval(timer);
    return { first, highest };
  };
}
