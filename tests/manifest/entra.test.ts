import { z } from 'zod';
import { filled, textOf } from '../support/placeholders.ts';

const registration = z
  .object({
    appId: z.string(),
    identifierUris: z.array(z.string()),
    signInAudience: z.string(),
    api: z.object({
      requestedAccessTokenVersion: z.number(),
      oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.string() })),
      preAuthorizedApplications: z.array(
        z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) }),
      ),
    }),
    requiredResourceAccess: z.array(
      z.object({ resourceAppId: z.string(), resourceAccess: z.array(z.unknown()) }),
    ),
    spa: z.object({ redirectUris: z.array(z.url()) }),
  })
  .parse(JSON.parse(filled(textOf('manifest/entra.json'))));

const manifest = z
  .object({
    validDomains: z.array(z.string()),
    webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  })
  .parse(JSON.parse(filled(textOf('manifest/manifest.json'))));

describe('The registration of the tab', () => {
  it('is the one the manifest names', () => {
    expect(registration.appId).toBe(manifest.webApplicationInfo.id);
    expect(registration.identifierUris).toEqual([manifest.webApplicationInfo.resource]);
  });

  it('gives tokens for this tenant, of the version the API reads', () => {
    expect(registration.signInAudience).toBe('AzureADMyOrg');
    expect(registration.api.requestedAccessTokenVersion).toBe(2);
    expect(registration.api.oauth2PermissionScopes.map(({ value }) => value)).toEqual([
      'access_as_user',
    ]);
  });

  it('lets Teams ask on behalf of whoever is signed in, on a desk and on a phone', () => {
    const scopes = registration.api.oauth2PermissionScopes.map(({ id }) => id);
    expect(registration.api.preAuthorizedApplications).toEqual(
      ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'].map(
        (appId) => ({ appId, delegatedPermissionIds: scopes }),
      ),
    );
  });

  it('asks for the chosen sites, and nothing else of Graph', () => {
    expect(registration.requiredResourceAccess).toEqual([
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: [{ id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d', type: 'Role' }],
      },
    ]);
  });

  it('brings a sign-in outside Teams back to the page made for it', () => {
    const [back] = registration.spa.redirectUris;
    expect(back).toBe(`https://${manifest.validDomains[0]}/tab/auth.html`);
    expect(textOf('src/tab/auth.html')).toContain('redirect-bridge');
  });
});
