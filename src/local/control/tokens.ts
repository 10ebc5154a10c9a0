import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { connectorPath } from '../connector/activity.ts';
import { graphClaims, provisionClaims } from '../entra/entra.ts';
import { type Claims, type Signers, timed } from '../entra/tokens.ts';
import { HttpProblem } from '../http.ts';
import { type LocalPerson, personBy } from '../tenant.ts';

const shape = z.object({
  audience: z.enum(['tab', 'graph', 'provision', 'connector']),
  person: z.string().optional(),
  /** Written over the real ones: for trying what should be refused. */
  claims: z.record(z.string(), z.unknown()).optional(),
  expired: z.boolean().optional(),
  key: z.literal('wrong').optional(),
});

type Given = {
  readonly address: () => string;
  readonly claims: Claims;
  readonly signers: Signers;
};

const personAsked = (id: string | undefined): LocalPerson => {
  const person = personBy(id ?? '');
  if (!person) throw new HttpProblem(404, { error: `no person ${id}` });
  return person;
};

const claimsFor = (given: Given, asked: z.infer<typeof shape>): JWTPayload => {
  switch (asked.audience) {
    case 'tab':
      return given.claims.tab(personAsked(asked.person));
    case 'graph':
      // With a person: as that person, by hand in SharePoint. Without: as the app.
      return asked.person === undefined
        ? graphClaims(given.claims)
        : given.claims.graphPerson(personAsked(asked.person));
    case 'provision':
      return provisionClaims(given.claims);
    case 'connector':
      return given.claims.toBot(`${given.address()}${connectorPath}`);
    default:
      return asked.audience satisfies never;
  }
};

/** A signed token for a test: a good one, or one that is wrong in a chosen way. */
export const tokenFor = async (given: Given, body: unknown): Promise<string> => {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new HttpProblem(400, { error: z.prettifyError(parsed.error) });
  const asked = parsed.data;
  const signers = asked.key === 'wrong' ? given.signers.forged : given.signers;
  const signer = asked.audience === 'connector' ? signers.connector : signers.entra;
  return signer.sign({
    ...timed(claimsFor(given, asked), { expired: asked.expired ?? false }),
    ...asked.claims,
  });
};
