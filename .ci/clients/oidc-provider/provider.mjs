// npm oidc-provider, a certified OpenID provider, on a port of its own. Prints one line of JSON once it can be asked.
// Anybody may log in there: its development pages take every name and password.
import { createServer } from 'node:http'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import Provider from 'oidc-provider'

const secret = () => randomBytes(32).toString('base64url')
const pair = (kid) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const about = { kid, use: 'sig', alg: 'ES256' }
  return { own: { ...privateKey.export({ format: 'jwk' }), ...about }, known: { ...publicKey.export({ format: 'jwk' }), ...about } }
}

const server = createServer()
await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
const issuer = `http://127.0.0.1:${server.address().port}`
const machineSecret = secret()
const signer = pair('signer')
const code = {
  redirect_uris: ['http://127.0.0.1/callback'],
  application_type: 'native',
  grant_types: ['authorization_code', 'refresh_token'],
}
const none = { redirect_uris: [], response_types: [] }

const provider = new Provider(issuer, {
  jwks: { keys: [pair('provider').own] },
  cookies: { keys: [secret()] },
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  clients: [
    { client_id: 'native', token_endpoint_auth_method: 'none', ...code },
    { client_id: 'machine', client_secret: machineSecret, grant_types: ['client_credentials'], ...none },
    {
      client_id: 'signer',
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [signer.known] },
      grant_types: ['client_credentials'],
      ...none,
    },
    {
      client_id: 'tv',
      token_endpoint_auth_method: 'none',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      application_type: 'native',
      ...none,
    },
  ],
  issueRefreshToken: () => true,
  features: {
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
    dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => 'urn:example:calendar',
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: 'events:read', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
    },
  },
})
server.on('request', provider.callback())
console.log(JSON.stringify({ issuer, machineSecret, signerKey: signer.own }))
