// npm nid-webauthn-emulator, browser and authenticator in one, at a running server. Reads the line that the server printed.
import { readFileSync } from 'node:fs'
import emulation from 'nid-webauthn-emulator'

const { default: WebAuthnEmulator, AuthenticatorEmulator } = emulation

const ready = JSON.parse(readFileSync(0, 'utf8').split('\n')[0])
const origin = `http://localhost:${new URL(ready.http).port}`
const asBob = { Authorization: `Basic ${Buffer.from(`bob:${ready.credentials.bob.password}`).toString('base64')}` }

async function post(path, body, headers = {}) {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' }
  return fetch(ready.http + path, { method: 'POST', headers: { ...headers, ...json }, body: JSON.stringify(body) })
}

async function expect(what, answer, status, check) {
  const said = answer.status >= 400 ? (await answer.clone().json()).check : undefined
  if (answer.status !== status || said !== check) {
    throw new Error(`${what}: expected ${status} ${check}, was ${answer.status} ${said}: ${await answer.text()}`)
  }
}

async function register(emulator, from = origin) {
  const options = await (await post('/me/passkeys/options', undefined, asBob)).json()
  // Each of these emulators is an authenticator of its own.
  return post('/me/passkeys', emulator.createJSON(from, { ...options, excludeCredentials: [] }), asBob)
}

async function assertion(emulator, from = origin) {
  return emulator.getJSON(from, await (await post('/login/webauthn/options')).json())
}

for (const algorithm of ['ES256', 'EdDSA', 'RS256']) {
  const emulator = new WebAuthnEmulator(new AuthenticatorEmulator({ algorithmIdentifiers: [algorithm] }))
  await expect(`a new passkey by ${algorithm}`, await register(emulator), 201)
  const used = await assertion(emulator)
  const login = await post('/login/webauthn', used)
  await expect(`a login by ${algorithm}`, login, 200)
  const me = await fetch(`${ready.http}/me`, { headers: { Cookie: login.headers.get('set-cookie').split(';')[0] } })
  if ((await me.json()).id !== 'bob') throw new Error('the session is not Bob\'s')
  await expect('a replay', await post('/login/webauthn', used), 401, 'webauthn.challenge')
  const elsewhere = origin.replace('//', '//login.')
  await expect('a look-alike page', await post('/login/webauthn', await assertion(emulator, elsewhere)), 401, 'webauthn.origin')
}

// The emulator always says that it knows its owner, so its word is changed here: nobody did.
const changed = new WebAuthnEmulator()
await expect('one more passkey', await register(changed), 201)
for (const [flag, check] of [[1, 'webauthn.user-present'], [4, 'webauthn.user-verified']]) {
  const said = await assertion(changed)
  const data = Buffer.from(said.response.authenticatorData, 'base64url')
  data[32] &= ~flag
  said.response.authenticatorData = data.toString('base64url')
  await expect('one that nobody unlocked', await post('/login/webauthn', said), 401, check)
}

const uncounted = new WebAuthnEmulator(new AuthenticatorEmulator({ signCounterIncrement: 0 }))
await expect('one that does not count', await register(uncounted), 201)
for (const time of ['first', 'second']) {
  await expect(`its ${time} login`, await post('/login/webauthn', await assertion(uncounted)), 200)
}
