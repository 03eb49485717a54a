import type { Ground, Look, Piece, TextScreen } from './text-screen.ts';

/** Pixels of a character cell, of the font in it, and of the edge around the screen. */
const CELL = { width: 9, height: 19 } as const;
const FONT_SIZE = 15;
const BASELINE = 14;
const EDGE = 12;
/** As much of the text's colour as still stands out by 4.5 to 1 from both grounds. */
export const DIM = 0.65;

const FONTS = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace";

/**
 * A screen as one SVG file that loads nothing: every piece of text stands where its cells are and is
 * fitted to them, so that columns stay columns in any monospaced font. `title` is read out where the
 * picture is not seen.
 */
export function formatScreenSvg(screen: TextScreen, ground: Ground, title: string): string {
  const width = screen.columns * CELL.width + 2 * EDGE;
  const height = screen.rows.length * CELL.height + 2 * EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="6" fill="${ground.background}"/>`,
    `<g font-family="${escaped(FONTS)}" font-size="${FONT_SIZE}" fill="${ground.text}" style="white-space:pre">`,
    ...screen.rows.flatMap((pieces, row) => rowOf(pieces, row, ground)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function rowOf(pieces: readonly Piece[], row: number, ground: Ground): string[] {
  let column = 0;
  return pieces.flatMap(piece => {
    const at = { x: EDGE + column * CELL.width, y: EDGE + row * CELL.height };
    column += piece.cells;
    return pieceOf(piece, at, ground);
  });
}

function pieceOf(
  { text, cells, look }: Piece,
  { x, y }: { readonly x: number; readonly y: number },
  ground: Ground,
): string[] {
  const width = cells * CELL.width;
  const back = look.inverse
    ? [
        `<rect x="${x}" y="${y}" width="${width}" height="${CELL.height}" fill="${look.colour ?? ground.text}"/>`,
      ]
    : [];
  // Blanks that nothing is drawn on need no text; an underline would show on them.
  if (cells === 0 || (text.trim() === '' && !look.underlined)) return back;
  const attributes = attributesOf(look, ground);
  return [
    ...back,
    // Browsers keep blanks by the style above, other viewers by the older attribute.
    `<text xml:space="preserve" x="${x}" y="${y + BASELINE}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${attributes}>${escaped(text)}</text>`,
  ];
}

function attributesOf({ colour, bold, dim, underlined, inverse }: Look, ground: Ground): string {
  const fill = inverse ? ground.background : colour;
  return [
    fill === undefined ? '' : ` fill="${fill}"`,
    bold ? ' font-weight="bold"' : '',
    dim ? ` opacity="${DIM}"` : '',
    underlined ? ' text-decoration="underline"' : '',
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; what XML 1.0 cannot hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);
}
