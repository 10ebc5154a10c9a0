/** Puts a letter into a Word file: adapter of the `docx` package, the only place that knows it. */
import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { Letter } from '../journeys/letter.ts';

const font = 'Calibri';
/** In half points, and in twentieths of a point. */
const size = 24;
const after = 160;

/** Each line of a text is one on paper, too. */
const runs = (text: string, bold = false): readonly TextRun[] =>
  text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold, ...(index > 0 && { break: 1 }) }));

const paragraph = (text: string, bold = false): Paragraph =>
  new Paragraph({ children: runs(text, bold), spacing: { after } });

const fact = ([name, said]: readonly [string, string]): Paragraph =>
  new Paragraph({
    children: [new TextRun({ text: `${name}: `, bold: true }), ...runs(said)],
    spacing: { after: after / 2 },
    indent: { left: 360 },
  });

/** The whole file, as bytes. */
export const docxOf = async (letter: Letter): Promise<Uint8Array> => {
  const file = new Document({
    creator: letter.school,
    title: letter.title,
    styles: { default: { document: { run: { font, size, language: { value: 'en-GB' } } } } },
    sections: [
      {
        children: [
          paragraph(letter.school, true),
          paragraph(letter.date),
          paragraph(letter.to.join('\n')),
          paragraph(`${letter.dear},`),
          paragraph(letter.title, true),
          paragraph(letter.opening),
          ...letter.facts.map(fact),
          ...letter.closing.map((text) => paragraph(text)),
          paragraph(letter.ending),
          paragraph(`${letter.from}\n${letter.school}`),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
};
