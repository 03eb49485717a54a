/** Processor time of this thread for one call, in ms: other work on the machine counts for little. */
export function cost(work: () => void, leastMs = 1500): number {
  const spent = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  for (let warm = 0; warm < 5; warm++) work();
  const from = spent();
  let calls = 0;
  for (; spent() - from < leastMs; calls++) work();
  return (spent() - from) / calls;
}

export const perSecond = (count: number, ms: number) =>
  Math.round((count * 1000) / ms).toLocaleString('en-US');
