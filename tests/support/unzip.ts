/** What a zip file holds, by name: enough of the format for files of our own. */
import { inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;

export const unzip = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const zip = Buffer.from(bytes);
  let end = zip.length - 22;
  while (end > 0 && zip.readUInt32LE(end) !== endMark) end -= 1;
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const begin = zip.readUInt32LE(at + 42);
    const called = zip.toString('utf8', at + 46, at + 46 + (name ?? 0));
    const data = begin + 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    const stored = zip.readUInt16LE(at + 10) === 0;
    files.set(called, (stored ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
};
