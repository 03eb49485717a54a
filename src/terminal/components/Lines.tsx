import { Box, Text, type TextProps } from 'ink';
import type { ReactElement } from 'react';
import type { Look } from '../../report/text-screen.ts';
import type { Line } from '../line.ts';
import { lookOf } from '../looks.ts';
import type { Theme } from '../settings.ts';

function propsOf({ colour, bold, dim, underlined, inverse }: Look): TextProps {
  return {
    ...(colour === undefined ? {} : { color: colour }),
    ...(bold ? { bold } : {}),
    ...(dim ? { dimColor: dim } : {}),
    ...(underlined ? { underline: underlined } : {}),
    ...(inverse ? { inverse } : {}),
  };
}

export interface LinesProps {
  /** The rows of the screen, from the top. */
  readonly lines: readonly Line[];
  readonly theme: Theme;
  /** Bits of colour that the terminal shows. */
  readonly depth: number;
}

/** Puts rows on the screen. They already have its width; nothing is wrapped or measured here. */
export function Lines({ lines, theme, depth }: LinesProps): ReactElement {
  return (
    <Box flexDirection="column">
      {lines.map((segments, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Text key={row} wrap="truncate-end">
          {segments.map((segment, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the row
            <Text key={at} {...propsOf(lookOf(segment.tone, theme, depth))}>
              {segment.text}
            </Text>
          ))}
        </Text>
      ))}
    </Box>
  );
}
