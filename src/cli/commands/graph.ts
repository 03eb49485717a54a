import { formatChartJson, formatMermaid } from '../../report/statechart.ts';
import type { Shell } from '../shell.ts';

export interface GraphOptions {
  readonly format: 'mermaid' | 'json';
}

/** `parley graph`: the statechart of a campaign. */
export async function graph(shell: Shell, options: GraphOptions): Promise<void> {
  await shell.print(options.format === 'json' ? formatChartJson() : formatMermaid());
}
