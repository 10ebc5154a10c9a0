/** Hands something to the browser to be saved as a file. */
export const saveAs = (name: string, what: Blob): void => {
  const url = URL.createObjectURL(what);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

export const saveCsv = (name: string, text: string): void =>
  saveAs(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
