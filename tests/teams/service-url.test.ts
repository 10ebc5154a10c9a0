import { isTrustedServiceUrl } from '../../src/teams/service-url.ts';

const origins = ['https://smba.trafficmanager.net'];

it('is trusted where its origin is on the list, whatever the path', () => {
  expect(isTrustedServiceUrl('https://smba.trafficmanager.net/uk/', origins)).toBe(true);
});

it.each([
  'https://evil.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://sam@smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net:8443/uk/',
  'http://smba.trafficmanager.net/uk/',
  'not a url',
])('is not trusted: %s', (url) => {
  expect(isTrustedServiceUrl(url, origins)).toBe(false);
});
