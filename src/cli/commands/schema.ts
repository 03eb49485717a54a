import { formatJsonSchema } from '../../scenario/json-schema.ts';
import type { Shell } from '../shell.ts';

/** `parley schema`: the JSON Schema of scenario.yaml. */
export async function schema(shell: Shell): Promise<void> {
  await shell.print(formatJsonSchema());
}
