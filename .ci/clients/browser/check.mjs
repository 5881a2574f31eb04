// Headless Chromium, without JavaScript and by keyboard alone, then with it for passkeys, at a running server. Usage: node check.mjs READY-LINE-FILE [PICTURES]
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'

const ready = JSON.parse(readFileSync(process.argv[2], 'utf8').split('\n')[0])
const pictures = process.argv[3]

// Where the client waits for its answer: a port of its own on loopback (RFC 8252 §7.3).
let sentTo
const client = createServer((request, response) => {
  // Browsers ask for an icon too.
  if (request.url.startsWith('/callback')) sentTo = new URL(request.url, 'http://127.0.0.1')
  response.setHeader('Content-Type', 'text/html')
  response.end('<title>Back</title>')
})
await new Promise((done) => client.listen(0, '127.0.0.1', done))
const callback = `http://127.0.0.1:${client.address().port}/callback`
let passed = 0

function expect(what, actual, wanted) {
  if (actual !== wanted) throw new Error(`${what}: expected ${wanted}, was ${actual}`)
  passed += 1
}

const parameters = new URLSearchParams({
  client_id: 'desktop',
  redirect_uri: callback,
  response_type: 'code',
  scope: 'openid profile events:read calendars:read',
  state: 'from-chromium',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
})
const start = `${ready.http}/oauth/authorize?${parameters}`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
})

async function opened(options = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const problems = []
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()) })
  return { context, page, problems }
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

try {
  for (const colorScheme of ['light', 'dark']) {
    const { context, page, problems } = await opened({ colorScheme })
    await page.goto(start)
    expect('the login page', await page.title(), 'Log in · Gatehouse')
    expect('has a heading', await page.getByRole('heading', { level: 1 }).textContent(), 'Log in')
    await picture(page, `login-${colorScheme}`)
    // The name has the focus from the start; Tab leads to the password, and Enter sends.
    await page.keyboard.type('alice')
    await page.keyboard.press('Tab')
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    expect('a wrong password is said', await page.getByRole('alert').textContent(), 'The name or the password is wrong.')
    await picture(page, `login-wrong-${colorScheme}`)
    await page.getByLabel('Name').fill('alice')
    await page.getByLabel('Password').fill(ready.credentials.alice.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/consent/)
    expect('who asks is said', await page.getByRole('heading').textContent(), 'Gatehouse desktop asks for access')
    await picture(page, `consent-${colorScheme}`)
    await page.keyboard.press('Tab')
    expect('the first button refuses', await page.locator(':focus').textContent(), 'Deny')
    await page.keyboard.press('Tab')
    expect('the second allows', await page.locator(':focus').textContent(), 'Allow')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${callback}**`)
    expect('the browser is sent back', sentTo.searchParams.get('state'), 'from-chromium')
    expect('by whom is said', sentTo.searchParams.get('iss'), ready.http)
    expect('with a code', sentTo.searchParams.get('code')?.startsWith('gh_code_'), true)
    expect('nothing went wrong on the pages', problems.filter((text) => !/403/.test(text)).join(), '')

    await page.goto(`${ready.http}/oauth/device`)
    await picture(page, `device-${colorScheme}`)
    await page.getByLabel('Code').fill('BBBB-BBBB')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    expect('a wrong code is said', await page.getByRole('alert').textContent(), 'No device shows this code.')
    await page.goto(`${ready.http}/oauth/authorize?client_id=nobody`)
    expect('what cannot go on is said', await page.getByRole('heading').textContent(), 'This cannot go on')
    await picture(page, `refused-${colorScheme}`)
    await context.close()
  }

  // A client that asks for two factors (RFC 9470 §4): each is good once, so each theme has its own person.
  for (const [colorScheme, name] of [['light', 'alice'], ['dark', 'bob']]) {
    const { context, page, problems } = await opened({ colorScheme })
    await page.goto(`${start}&acr_values=aal2`)
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Password').fill(ready.credentials[name].password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/totp/)
    expect('the second factor is asked for', await page.getByRole('heading', { level: 1 }).textContent(), 'Enter a one-time code')
    await picture(page, `one-time-code-${colorScheme}`)
    await page.getByLabel('Code').fill('000000')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    expect('a wrong one is said', await page.getByRole('alert').textContent(), 'This is not the code that the app shows now.')
    await picture(page, `one-time-code-wrong-${colorScheme}`)
    const code = execFileSync('oathtool', ['--totp', '-b', ready.credentials[name].totpSecret], { encoding: 'utf8' }).trim()
    await page.getByLabel('Code').fill(code)
    await page.keyboard.press('Enter')
    await page.waitForURL(/consent/)
    expect('the right one leads on', (await page.getByRole('heading').textContent()).endsWith('asks for access'), true)
    expect('nothing went wrong on the way', problems.filter((text) => !/40[013]/.test(text)).join(), '')
    await context.close()
  }

  // At 320 pixels nothing has to be scrolled sideways (WCAG 2.2, 1.4.10).
  const narrow = await opened({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true })
  await narrow.page.goto(start)
  expect('nothing sticks out', await narrow.page.evaluate(() => document.documentElement.scrollWidth <= 320), true)
  await narrow.context.close()

  // With JavaScript there is a button for passkeys, which belong to a name and not to an address.
  const port = new URL(ready.http).port
  const atName = start.replace(ready.http, `http://localhost:${port}`)
  const base64 = (text) => Buffer.from(text, 'base64url').toString('base64')
  async function withPasskeys(credential) {
    const seen = await opened({ javaScriptEnabled: true })
    const devtools = await seen.context.newCDPSession(seen.page)
    await devtools.send('WebAuthn.enable')
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    if (credential) await devtools.send('WebAuthn.addCredential', { authenticatorId, credential })
    return seen
  }
  const { passkey } = ready.credentials.alice
  const keyLines = passkey.privateKey.split('\n').filter((line) => line && !line.startsWith('-')).join('')
  const credential = {
    credentialId: base64(passkey.id), userHandle: base64(passkey.userHandle), privateKey: keyLines, rpId: 'localhost',
    isResidentCredential: true, signCount: 1,
  }
  const button = { name: 'Sign in with a passkey' }

  const alice = await withPasskeys(credential)
  await alice.page.goto(atName)
  await picture(alice.page, 'login-passkey')
  await alice.page.getByRole('button', button).click()
  await alice.page.waitForURL(/consent/)
  expect('a passkey logs in', (await alice.page.content()).includes('Alice Archer'), true)
  expect('nothing went wrong there', alice.problems.join(), '')
  await alice.context.close()

  // One that is made by the browser itself, registered on our page by keyboard alone.
  const bob = await withPasskeys()
  await bob.page.goto(`http://localhost:${port}/passkeys`)
  await bob.page.keyboard.type('bob')
  await bob.page.keyboard.press('Tab')
  await bob.page.keyboard.type('wrong')
  await bob.page.keyboard.press('Enter')
  await bob.page.getByRole('alert').waitFor()
  expect('a wrong password is said there too', await bob.page.getByRole('alert').textContent(), 'The name or the password is wrong.')
  await picture(bob.page, 'passkeys-wrong')
  await bob.page.getByLabel('Password').fill(ready.credentials.bob.password)
  await bob.page.keyboard.press('Enter')
  await bob.page.getByText('You are Bob Baker.').waitFor()
  const before = await bob.page.getByRole('listitem').count()
  await bob.page.keyboard.press('Tab')
  while (await bob.page.locator(':focus').textContent() !== 'Register a passkey') await bob.page.keyboard.press('Tab')
  await bob.page.keyboard.press('Enter')
  await bob.page.getByText('From now on it signs you in.').waitFor()
  expect('a new passkey is registered', await bob.page.getByRole('listitem').count(), before + 1)
  await picture(bob.page, 'passkeys')
  await bob.page.goto(atName)
  await bob.page.getByRole('button', button).click()
  await bob.page.waitForURL(/consent/)
  expect('and logs in', (await bob.page.content()).includes('Bob Baker'), true)
  await bob.page.goto(`http://localhost:${port}/passkeys`)
  await bob.page.getByLabel('Name').fill('bob')
  await bob.page.getByLabel('Password').fill(ready.credentials.bob.password)
  await bob.page.keyboard.press('Enter')
  await bob.page.getByRole('button', { name: /^Remove/ }).last().click()
  await bob.page.getByText('It no longer signs anybody in.').waitFor()
  expect('one that is removed is gone', await bob.page.getByRole('listitem').count(), before)
  expect('and nothing else went wrong', bob.problems.filter((text) => !/401/.test(text)).join(), '')
  await bob.context.close()

  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const another = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64')
  const forger = await withPasskeys({ ...credential, privateKey: another, signCount: 5_000 })
  await forger.page.goto(atName)
  await forger.page.getByRole('button', button).click()
  await forger.page.getByRole('alert').waitFor()
  expect('another key is refused', /webauthn\.signature/.test(await forger.page.getByRole('alert').textContent()), true)
  await picture(forger.page, 'login-passkey-refused')
  await forger.context.close()

  const byAddress = await withPasskeys(credential)
  await byAddress.page.goto(start)
  expect('at an address there are none', await byAddress.page.getByRole('button', button).isDisabled(), true)
  expect('and the page says why', /name/.test(await byAddress.page.getByRole('status').textContent()), true)
  await byAddress.context.close()

  // A stranger's page that shows the login page in a frame shows nothing.
  const stranger = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<title>Win a prize</title><iframe src="${start.replaceAll('&', '&amp;')}"></iframe>`)
  })
  await new Promise((done) => stranger.listen(0, '127.0.0.1', done))
  const framed = await opened()
  await framed.page.goto(`http://localhost:${stranger.address().port}/`)
  await framed.page.waitForLoadState('networkidle')
  const seen = await Promise.all(framed.page.frames().slice(1).map((frame) => frame.content().catch(() => '')))
  expect('the frame stays empty', seen.some((html) => html.includes('name="password"')), false)
  await framed.context.close()
  stranger.close()
  console.log(`${passed} passed, 0 failed`)
} finally {
  await browser.close()
  client.close()
}
