import { addressFrom } from '../queue/address.ts';
import { workAtQueues } from '../queue/crew.ts';
import type { Shell } from '../shell.ts';

export interface WorkerOptions {
  /** Left out, it stands in the environment. */
  readonly queue?: string | true;
  readonly workers: number;
  readonly patience: number;
}

/** `parley worker`: plays chunks of whatever studies are in a queue. */
export async function worker(
  shell: Shell,
  { queue = true, workers, patience }: WorkerOptions,
): Promise<void> {
  await workAtQueues({ shell, address: addressFrom(queue, shell.env), threads: workers, patience });
}
