/** Graph says no: a status, a code, and words a developer can act on. */
export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly inner: string | undefined;

  constructor(
    answer: { readonly status: number; readonly code: string; readonly inner?: string },
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'GraphRefusal';
    this.status = answer.status;
    this.code = answer.code;
    this.inner = answer.inner;
    this.headers = headers;
  }
}

export const invalidRequest = (message: string): GraphRefusal =>
  new GraphRefusal({ status: 400, code: 'invalidRequest' }, message);

export const badRequest = (message: string): GraphRefusal =>
  new GraphRefusal({ status: 400, code: 'BadRequest' }, message);

export const notSignedIn = (message: string): GraphRefusal =>
  new GraphRefusal({ status: 401, code: 'InvalidAuthenticationToken' }, message, {
    'www-authenticate': 'Bearer realm="", authorization_uri="https://login.microsoftonline.com/"',
  });

export const accessDenied = (): GraphRefusal =>
  new GraphRefusal({ status: 403, code: 'accessDenied' }, 'Access denied');

export const notFound = (message = 'The resource could not be found.'): GraphRefusal =>
  new GraphRefusal({ status: 404, code: 'itemNotFound' }, message);

export const methodNotAllowed = (): GraphRefusal =>
  new GraphRefusal(
    { status: 405, code: 'notAllowed' },
    'The HTTP method is not allowed on this resource.',
  );

export const nameTaken = (message: string): GraphRefusal =>
  new GraphRefusal({ status: 409, code: 'nameAlreadyExists' }, message);

export const resyncRequired = (startAgainAt: string): GraphRefusal =>
  new GraphRefusal(
    { status: 410, code: 'resyncRequired', inner: 'resyncChangesApplyDifferences' },
    'Resync required. Replace any local items with the server’s version.',
    { location: startAgainAt },
  );

export const resourceModified = (): GraphRefusal =>
  new GraphRefusal(
    { status: 412, code: 'resourceModified' },
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );

export const tooManyResources = (): GraphRefusal =>
  new GraphRefusal(
    { status: 422, code: 'notSupported', inner: 'tooManyResources' },
    'The request is unprocessable because it uses too many resources',
  );

export const throttled = (seconds: number): GraphRefusal =>
  new GraphRefusal(
    { status: 429, code: 'activityLimitReached', inner: 'throttledRequest' },
    'The request has been throttled',
    { 'retry-after': String(seconds) },
  );

/** Real Graph can do this; the local tenant does not, and says so rather than pretending. */
export const notInLocalTenant = (what: string): GraphRefusal =>
  new GraphRefusal(
    { status: 501, code: 'notImplemented' },
    `The local tenant does not have ${what}.`,
  );
