import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { textOf } from '../support/placeholders.ts';
import { readPng } from './png.ts';

const { icons } = z
  .object({ icons: z.object({ color: z.string(), outline: z.string() }) })
  .parse(JSON.parse(textOf('manifest/manifest.json')));
const picture = (name: string) =>
  readPng(readFileSync(join(import.meta.dirname, '../../manifest', name)));

describe('The icons', () => {
  it('are as large as Teams asks', () => {
    expect(picture(icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(picture(icons.outline)).toMatchObject({ width: 32, height: 32 });
  });

  it('have an outline in white on nothing', () => {
    const { pixels } = picture(icons.outline);
    const drawn = pixels.filter(([, , , alpha]) => alpha > 0);
    const coloured = drawn.filter(([red, green, blue]) => Math.min(red, green, blue) < 255);
    expect(coloured).toEqual([]);
    expect(drawn.length).toBeGreaterThan(30);
    expect(drawn.length).toBeLessThan(pixels.length / 2);
  });

  it('have a colour icon that is filled to its edges', () => {
    const { pixels } = picture(icons.color);
    expect(pixels.filter(([, , , alpha]) => alpha > 0).length).toBeGreaterThan(pixels.length * 0.9);
  });
});
