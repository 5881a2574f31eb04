// npm oauth4webapi by itself: no step is done by it that is not asked for, so each number of the server's is seen to be demanded,
// and each proof to be judged (RFC 9449). Usage: node dpop.mjs FILE, where FILE holds the ready line.
import { readFileSync } from 'node:fs'
import * as oauth from 'oauth4webapi'

const ready = JSON.parse(readFileSync(process.argv[2], 'utf8').split('\n')[0])
const plain = { [oauth.allowInsecureRequests]: true }
const redirect = 'http://127.0.0.1:51235/callback'
const client = { client_id: 'desktop' }
let passed = 0

function expect(what, actual, wanted) {
  if (actual !== wanted) throw new Error(`${what}: expected ${wanted}, was ${actual}`)
  passed += 1
}

const issuer = new URL(ready.http)
const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, plain))
expect('ES256 proofs are taken', server.dpop_signing_alg_values_supported.includes('ES256'), true)

// The person, and their browser: logs in and allows.
async function agreed(url) {
  const cookies = new Map()
  const send = async (where, form) => {
    const response = await fetch(where, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    response.headers.getSetCookie().forEach((line) => cookies.set(...line.split(';')[0].split('=')))
    return response
  }
  const follow = async (response) => {
    let now = response
    while (now.status === 303) now = await send(new URL(now.headers.get('location'), issuer))
    return (await now.text()).match(/name="request" value="([^"]*)"/)[1]
  }
  const login = await follow(await send(url))
  const form = { request: login, username: 'alice', password: ready.credentials.alice.password }
  const consent = await follow(await send(new URL('/oauth/login', issuer), form))
  const decided = await send(new URL('/oauth/consent', issuer), { request: consent, decision: 'allow' })
  return new URL(decided.headers.get('location'))
}

// Sends once, and once more with the number that was asked for; says whether it was.
async function withNumber(key, send, process) {
  const handle = { ...plain, DPoP: oauth.DPoP(client, key) }
  try {
    await process(await send(handle))
    return false
  } catch (refused) {
    expect('all that is missing is the number', oauth.isDPoPNonceError(refused), true)
  }
  return process(await send(handle))
}

const verifier = oauth.generateRandomCodeVerifier()
const state = oauth.generateRandomState()
const url = new URL(server.authorization_endpoint)
Object.entries({
  client_id: client.client_id,
  redirect_uri: redirect,
  response_type: 'code',
  scope: 'events:read calendars:read',
  state,
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
}).forEach(([name, value]) => url.searchParams.set(name, value))
const response = oauth.validateAuthResponse(server, client, await agreed(url), state)

const key = await oauth.generateKeyPair('ES256')
const tokens = await withNumber(
  key,
  (options) => oauth.authorizationCodeGrantRequest(server, client, oauth.None(), response, redirect, verifier, options),
  (answer) => oauth.processAuthorizationCodeResponse(server, client, answer),
)
expect('the token is bound', tokens.token_type, 'dpop')

// The API wants a number of its own, and a proof with the token's hash in it.
const events = new URL('/calendars/alice-work/events', issuer)
const read = (options) => oauth.protectedResourceRequest(tokens.access_token, 'GET', events, undefined, undefined, options)
const answer = await withNumber(key, read, async (got) => got)
expect('with a proof it opens the Calendar API', answer.status, 200)

// One handle keeps the numbers: what comes later is sent but once, and each proof is another.
const kept = { ...plain, DPoP: oauth.DPoP(client, key) }
await read(kept).catch(() => {})
for (const _ of [1, 2]) expect('the number is good for more than one call', (await read(kept)).status, 200)

// Another key is no use, neither at the API nor for the refresh token.
const stranger = await oauth.generateKeyPair('ES256')
const refusal = async (work) => {
  try {
    await work()
  } catch (refused) {
    return refused.error ?? refused.cause.map((challenge) => challenge.parameters.error).find((error) => error)
  }
  return 'not refused'
}
expect('a stranger with the token', await refusal(() => withNumber(stranger, read, async (got) => got)), 'invalid_token')
const renew = (options) => oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh_token, options)
const renewed = (got) => oauth.processRefreshTokenResponse(server, client, got)
expect('a stranger with the refresh token', await refusal(() => withNumber(stranger, renew, renewed)), 'invalid_grant')
expect('the owner of the key goes on', (await withNumber(key, renew, renewed)).token_type, 'dpop')

console.log(`${passed} passed, 0 failed`)
