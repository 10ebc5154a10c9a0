/** A file in: a CSV file somebody chose. */

const mostBytes = 240 * 1024;

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fileTooLong' | 'fileUnreadable' };

/** Excel still saves CSV in the old Windows letters where nobody asks for UTF-8. */
export const textOfFile = async (file: File): Promise<FileText> => {
  if (file.size > mostBytes) return { kind: 'fileTooLong' };
  try {
    const bytes = await file.arrayBuffer();
    try {
      return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      return { kind: 'text', text: new TextDecoder('windows-1252').decode(bytes) };
    }
  } catch {
    return { kind: 'fileUnreadable' };
  }
};
