/** Whether the bot may send its token there: an exact origin of the list, and nobody's name before the host. */
export const isTrustedServiceUrl = (text: string, origins: readonly string[]): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && origins.includes(url.origin);
};

export const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
