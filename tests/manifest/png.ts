/** Reads a PNG's own bytes: its size, and the colour of each pixel. Only 8-bit colour, with or without alpha, as icons are drawn. */
import { inflateSync } from 'node:zlib';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];
type Picture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly Pixel[];
};

const signature = '89504e470d0a1a0a';
/** How many bytes a pixel has, by its kind of colour. */
const depths: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

const chunksOf = (file: Buffer): readonly { readonly type: string; readonly data: Buffer }[] => {
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

const nearest = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [guess - left, guess - up, guess - corner].map(Math.abs);
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0;
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

const guesses: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => Math.floor((left + up) / 2),
  nearest,
];

/** Each row says by which of five guesses it was written; the bytes are what the guess was out by. */
const unfiltered = (raw: Buffer, rowBytes: number, step: number): Buffer => {
  const rows = raw.length / (rowBytes + 1);
  const out = Buffer.alloc(rows * rowBytes);
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : (out[row * rowBytes + column] ?? 0);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (rowBytes + 1);
    const guess = guesses[raw[from] ?? -1];
    if (guess === undefined) throw new Error('A row is filtered in no known way.');
    for (let column = 0; column < rowBytes; column += 1) {
      const guessed = guess(
        at(row, column - step),
        at(row - 1, column),
        at(row - 1, column - step),
      );
      out[row * rowBytes + column] = ((raw[from + 1 + column] ?? 0) + guessed) & 0xff;
    }
  }
  return out;
};

export const readPng = (file: Buffer): Picture => {
  if (file.toString('hex', 0, 8) !== signature) throw new Error('Not a PNG.');
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [depth, colour, , , interlaced] = header.subarray(8);
  const step = depths[colour ?? -1];
  if (depth !== 8 || step === undefined || interlaced !== 0) throw new Error('Not 8-bit colour.');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const packed = Buffer.concat(
    chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
  );
  const bytes = unfiltered(inflateSync(packed), width * step, step);
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(
      index * step,
      (index + 1) * step,
    );
    return [red, green, blue, alpha];
  });
  return { width, height, pixels };
};
