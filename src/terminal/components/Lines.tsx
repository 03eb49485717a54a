import { Box, Text, type TextProps } from 'ink';
import type { ReactElement } from 'react';
import type { Line, Tone } from '../line.ts';

/** How each tone looks. Colour is never alone: signs and words say the same. */
const LOOKS: Readonly<Record<Tone, TextProps>> = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  own: { color: 'cyan' },
  theirs: { color: 'yellow' },
  warn: { color: 'red', bold: true },
  key: { color: 'green', bold: true },
  chosen: { inverse: true },
  title: { bold: true, underline: true },
};

export interface LinesProps {
  /** The rows of the screen, from the top. */
  readonly lines: readonly Line[];
}

/** Puts rows on the screen. They already have its width; nothing is wrapped or measured here. */
export function Lines({ lines }: LinesProps): ReactElement {
  return (
    <Box flexDirection="column">
      {lines.map((segments, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Text key={row} wrap="truncate-end">
          {segments.map((segment, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the row
            <Text key={at} {...LOOKS[segment.tone]}>
              {segment.text}
            </Text>
          ))}
        </Text>
      ))}
    </Box>
  );
}
