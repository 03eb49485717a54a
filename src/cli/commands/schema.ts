import {
  formatJsonSchema,
  formatScriptJsonSchema,
  formatStudyJsonSchema,
} from '../../scenario/json-schema.ts';
import type { Shell } from '../shell.ts';

export interface SchemaOptions {
  readonly study?: true;
  readonly script?: true;
}

/** `parley schema`: the JSON Schema of scenario.yaml, or of the files that go with it. */
export async function schema(shell: Shell, { study, script }: SchemaOptions): Promise<void> {
  await shell.print(study ? formatStudyJsonSchema() : script ? formatScriptJsonSchema() : formatJsonSchema());
}
