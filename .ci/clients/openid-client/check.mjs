// npm openid-client, a certified client, against a running server. Usage: node check.mjs FILE, where FILE holds the ready line.
// The script plays the browser too: it follows redirects by hand and sends the login and the consent form.
import { readFileSync } from 'node:fs'
import * as client from 'openid-client'

const ready = JSON.parse(readFileSync(process.argv[2], 'utf8').split('\n')[0])
const seeded = Object.fromEntries(ready.credentials.clients.map((one) => [one.id, one]))
const alice = ready.credentials.alice
let passed = 0

function expect(what, actual, wanted) {
  if (actual !== wanted) throw new Error(`${what}: expected ${wanted}, was ${actual}`)
  passed += 1
}

async function refused(what, error, work) {
  try {
    await work()
  } catch (e) {
    expect(what, e.error ?? e.code, error)
    return
  }
  throw new Error(`${what}: not refused`)
}

async function discovered(id, authentication, algorithm) {
  return client.discovery(new URL(ready.http), id, {}, authentication, {
    execute: [client.allowInsecureRequests],
    algorithm,
  })
}

// A browser of a few lines: one cookie jar, no script, redirects one by one.
class Browser {
  cookies = new Map()

  async send(url, form) {
    const response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form ? new URLSearchParams(form) : undefined,
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=')
      this.cookies.set(name, value)
    }
    return response
  }

  async open(url) {
    let response = await this.send(url)
    while (response.status === 303 && response.headers.get('location').startsWith('/')) {
      response = await this.send(new URL(response.headers.get('location'), ready.http))
    }
    return { response, page: await response.text() }
  }

  // What a person does: logs in if asked to, then allows or denies. Returns where the browser is sent, or the last page.
  async decide(start, decision) {
    let { response, page } = start
    if (page.includes('action="/oauth/login"')) {
      const form = { request: field(page, 'request'), username: 'alice', password: alice.password }
      response = await this.send(`${ready.http}/oauth/login`, form)
      expect('logging in leads on', response.status, 303)
      ;({ page } = await this.open(new URL(response.headers.get('location'), ready.http)))
    }
    response = await this.send(`${ready.http}/oauth/consent`, { request: field(page, 'request'), decision })
    return response.headers.get('location') ?? (await response.text())
  }
}

function field(page, name) {
  const found = page.match(new RegExp(`name="${name}" value="([^"]*)"`))
  if (!found) throw new Error(`no field ${name} in ${page}`)
  return found[1]
}

const browser = new Browser()

async function codeFlow(config, redirect_uri, scope, { pushed = false, decision = 'allow' } = {}) {
  const verifier = client.randomPKCECodeVerifier()
  const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce() }
  const parameters = {
    redirect_uri,
    scope,
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  const url = pushed
    ? await client.buildAuthorizationUrlWithPAR(config, parameters)
    : client.buildAuthorizationUrl(config, parameters)
  if (pushed) expect('the browser carries the name of the request alone', [...url.searchParams.keys()].sort().join(), 'client_id,request_uri')
  const back = new URL(await browser.decide(await browser.open(url), decision))
  return client.authorizationCodeGrant(config, back, checks)
}

// Code with PKCE by a public client on a loopback port of its own; then refresh, its rotation and reuse.
const desktop = await discovered('desktop', client.None())
expect('discovery', desktop.serverMetadata().issuer, ready.http)
const tokens = await codeFlow(desktop, 'http://127.0.0.1:51234/callback', 'openid profile email events:read calendars:read')
expect('the ID token is about alice', tokens.claims().sub, 'alice')
const user = await client.fetchUserInfo(desktop, tokens.access_token, 'alice')
expect('userinfo tells the address', user.email, 'alice@example.com')
const events = new URL('/calendars/alice-work/events', ready.http)
const read = await client.fetchProtectedResource(desktop, tokens.access_token, events, 'GET')
expect('the token opens the Calendar API', read.status, 200)
const fresh = await client.refreshTokenGrant(desktop, tokens.refresh_token)
expect('refresh gives another refresh token', fresh.refresh_token !== tokens.refresh_token, true)
const fewer = await client.refreshTokenGrant(desktop, fresh.refresh_token, { scope: 'openid events:read' })
expect('refresh can narrow the scope', fewer.scope, 'events:read openid')
await refused('more scope on refresh', 'invalid_scope', () => client.refreshTokenGrant(desktop, fewer.refresh_token, { scope: 'events:write' }))
await refused('a refresh token that comes twice', 'invalid_grant', () => client.refreshTokenGrant(desktop, tokens.refresh_token))
await refused('what came of it', 'invalid_grant', () => client.refreshTokenGrant(desktop, fewer.refresh_token))
const ended = await fetch(events, { headers: { authorization: `Bearer ${fewer.access_token}` } })
expect('its access tokens end too', ended.status, 401)
await refused('a person who says no', 'access_denied', () => codeFlow(desktop, 'http://127.0.0.1:51234/callback', 'openid', { decision: 'deny' }))

// A confidential client with a secret, its request pushed; introspection, revocation, logout.
for (const authentication of [client.ClientSecretBasic, client.ClientSecretPost]) {
  const web = await discovered('web', authentication(seeded.web.secret))
  const got = await codeFlow(web, 'https://web.example/callback', 'openid events:read', { pushed: true })
  const known = await client.tokenIntrospection(web, got.access_token)
  expect('introspection knows whose it is', `${known.active} ${known.sub} ${known.client_id}`, 'true alice web')
  await client.tokenRevocation(web, got.access_token)
  expect('revoked, it is worth nothing', (await client.tokenIntrospection(web, got.access_token)).active, false)
  expect('the refresh token is good', (await client.tokenIntrospection(web, got.refresh_token)).active, true)
  await client.tokenRevocation(web, got.refresh_token)
  await refused('a revoked refresh token', 'invalid_grant', () => client.refreshTokenGrant(web, got.refresh_token))
  const out = client.buildEndSessionUrl(web, { id_token_hint: got.id_token, post_logout_redirect_uri: 'https://web.example/callback', state: 'bye' })
  const gone = await browser.send(out)
  expect('logout sends the browser back', gone.headers.get('location'), 'https://web.example/callback?state=bye')
}

// A client that signs, for itself and for people.
const key = seeded.signer.jwk
const imported = await crypto.subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
const signer = await discovered('signer', client.PrivateKeyJwt({ key: imported, kid: key.kid }))
const own = await client.clientCredentialsGrant(signer, { scope: 'events:read' })
const me = await (await client.fetchProtectedResource(signer, own.access_token, new URL('/me', ready.http), 'GET')).json()
expect('it acts for itself', me.id, 'signer')
await codeFlow(signer, 'https://partner.example/callback', 'openid events:read', { pushed: true })
passed += 1

// Tokens bound to a key that the client has made: it asks for numbers by itself (RFC 9449).
const bound = client.getDPoPHandle(desktop, await client.randomDPoPKeyPair())
const verifier = client.randomPKCECodeVerifier()
const state = client.randomState()
const back = new URL(await browser.decide(await browser.open(client.buildAuthorizationUrl(desktop, {
  redirect_uri: 'http://127.0.0.1:51234/callback',
  scope: 'events:read',
  state,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
})), 'allow'))
const proved = await client.authorizationCodeGrant(desktop, back, { pkceCodeVerifier: verifier, expectedState: state }, undefined, { DPoP: bound })
expect('the token is bound to the key', proved.token_type, 'dpop')
const withProof = await client.fetchProtectedResource(desktop, proved.access_token, events, 'GET', undefined, undefined, { DPoP: bound })
expect('with a proof it opens the Calendar API', withProof.status, 200)
const asBearer = await fetch(events, { headers: { authorization: `Bearer ${proved.access_token}` } })
expect('without one it does not', asBearer.status, 401)
const renewed = await client.refreshTokenGrant(desktop, proved.refresh_token, undefined, { DPoP: bound })
expect('so is what comes of the refresh token', renewed.token_type, 'dpop')
await refused('a refresh token without its key', 'invalid_grant', () => client.refreshTokenGrant(desktop, renewed.refresh_token))

// A secret is enough for a machine; a wrong one is not.
const machine = await discovered('machine', client.ClientSecretBasic(seeded.machine.secret))
const plain = await client.clientCredentialsGrant(machine)
expect('all that it may', plain.scope, 'calendars:read events:read freebusy:read')
const exchanged = await client.genericGrantRequest(machine, 'urn:ietf:params:oauth:grant-type:token-exchange', {
  subject_token: fresh.access_token,
  subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
}).catch((e) => e.error)
expect('a token that has ended is not exchanged', exchanged, 'invalid_request')
const wrong = await discovered('machine', client.ClientSecretBasic('wrong'))
await refused('a wrong secret', 'OAUTH_WWW_AUTHENTICATE_CHALLENGE', () => client.clientCredentialsGrant(wrong))

// A television.
const tv = await discovered('tv', client.None())
const device = await client.initiateDeviceAuthorization(tv, { scope: 'openid events:read' })
const polling = client.pollDeviceAuthorizationGrant(tv, device)
const codePage = await browser.send(`${ready.http}/oauth/device`, { user_code: device.user_code })
const consent = await browser.open(new URL(codePage.headers.get('location'), ready.http))
expect('the consent page shows the code', consent.page.includes(device.user_code), true)
expect('the device is connected', (await browser.decide(consent, 'allow')).includes('connected'), true)
const watched = await polling
expect('the television reads in the name of alice', watched.claims().sub, 'alice')
const again = await client.refreshTokenGrant(tv, watched.refresh_token)
expect('and goes on', again.token_type, 'bearer')

console.log(`${passed} passed, 0 failed`)
