import { createHash, randomUUID } from 'node:crypto';
import type { Answer, Call } from '../http.ts';
import { type LocalPerson, people, personBy, tenant } from '../tenant.ts';

/** What a person agreed to when they picked themselves. */
export type Grant = {
  readonly person: LocalPerson;
  readonly nonce: string | undefined;
  readonly challenge: string;
  readonly redirect: string;
  readonly scope: string;
};

export type SignIn = {
  readonly authorise: (call: Call) => Answer;
  readonly signOut: (call: Call) => Answer;
  /** Gives up a code once, to whoever proves that they asked for it. */
  readonly redeem: (code: string, verifier: string, redirect: string) => Grant | undefined;
};

const cookie = 'local_person';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const back = (call: Call, fields: Readonly<Record<string, string>>): Answer => {
  const state = call.query.get('state');
  const parts = new URLSearchParams({ ...fields, ...(state && { state }) });
  const mark = call.query.get('response_mode') === 'query' ? '?' : '#';
  return {
    status: 302,
    headers: { location: `${call.query.get('redirect_uri')}${mark}${parts}` },
  };
};

const linkFor = (call: Call, person: string, label: string): string => {
  const query = new URLSearchParams(call.query);
  query.set('person', person);
  return `<li><a href="${escaped(`${call.path}?${query}`)}">${escaped(label)}</a></li>`;
};

const page = (call: Call): Answer => ({
  status: 200,
  headers: {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  },
  body: `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Sign in</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Who is signing in?</h1>
<ul>${people.map((one) => linkFor(call, one.id, `${one.name}, ${one.title}`)).join('\n')}</ul>
<p><a href="${escaped(`${call.path}?${new URLSearchParams([...call.query, ['person', 'nobody']])}`)}">Nobody: go back</a></p>
</main></body></html>`,
});

const signedInAs = (call: Call): LocalPerson | undefined => {
  const found = new RegExp(`(?:^|; *)${cookie}=([^;]+)`).exec(call.headers.cookie ?? '');
  return personBy(found?.[1] ?? '');
};

/** Why a request to sign in is not even shown a page: it might send the code to a stranger. */
const complaint = (call: Call, origins: readonly string[]): string | undefined => {
  const { query } = call;
  const redirect = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== tenant.tabAppId) return 'unauthorized_client';
  if (!URL.canParse(redirect) || !origins.includes(new URL(redirect).origin)) {
    return 'invalid_request: redirect_uri';
  }
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  if (!query.get('code_challenge') || query.get('code_challenge_method') !== 'S256') {
    return 'invalid_request: PKCE with S256 is needed';
  }
  return undefined;
};

const grantFor = (call: Call, person: LocalPerson): Grant => ({
  person,
  nonce: call.query.get('nonce') ?? undefined,
  challenge: call.query.get('code_challenge') ?? '',
  redirect: call.query.get('redirect_uri') ?? '',
  scope: call.query.get('scope') ?? 'openid',
});

const chosen = (call: Call): LocalPerson | undefined =>
  personBy(call.query.get('person') ?? '') ??
  (call.query.get('prompt') === 'none' ? signedInAs(call) : undefined);

export const createSignIn = (productOrigins: () => readonly string[]): SignIn => {
  const codes = new Map<string, Grant>();

  const grantTo = (call: Call, person: LocalPerson): Answer => {
    const code = randomUUID();
    codes.set(code, grantFor(call, person));
    const answer = back(call, { code });
    if (answer === 'reset') return answer;
    const session = `${cookie}=${person.id}; Path=/${tenant.id}; HttpOnly; SameSite=Lax`;
    return { ...answer, headers: { ...answer.headers, 'set-cookie': session } };
  };

  return {
    authorise: (call) => {
      const wrong = complaint(call, productOrigins());
      if (wrong) return { status: 400, body: { error: wrong } };
      if (call.query.get('person') === 'nobody') return back(call, { error: 'access_denied' });
      const person = chosen(call);
      if (person) return grantTo(call, person);
      return call.query.get('prompt') === 'none'
        ? back(call, { error: 'login_required' })
        : page(call);
    },
    signOut: (call) => {
      const to = call.query.get('post_logout_redirect_uri') ?? '';
      const known = URL.canParse(to) && productOrigins().includes(new URL(to).origin);
      return {
        status: known ? 302 : 200,
        ...(!known && { body: '<!doctype html><title>Signed out</title><h1>Signed out</h1>' }),
        headers: {
          'set-cookie': `${cookie}=; Path=/${tenant.id}; Max-Age=0`,
          ...(known && { location: to }),
        },
      };
    },
    redeem: (code, verifier, redirect) => {
      const grant = codes.get(code);
      codes.delete(code);
      const proof = createHash('sha256').update(verifier).digest('base64url');
      return grant?.challenge === proof && grant.redirect === redirect ? grant : undefined;
    },
  };
};
