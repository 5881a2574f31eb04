// Headless Chromium: what a script of the server's own page, and one of a page of another origin, gets of somebody who is signed in.
// Usage: node origins.mjs READY-LINE-FILE hardened|weak, the latter for a server with reflect-origin and cookie-without-httponly
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'

const ready = JSON.parse(readFileSync(process.argv[2], 'utf8').split('\n')[0])
const weak = process.argv[3] === 'weak'
const events = `${ready.http}/calendars/alice-work/events`

function expect(what, actual, wanted) {
  if (actual !== wanted) throw new Error(`${what}: expected ${wanted}, was ${actual}`)
}

// Another port is another origin but the same site, so that SameSite=Lax lets the cookie travel.
const stranger = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html')
  response.end('<title>Win a prize</title>')
})
await new Promise((done) => stranger.listen(0, '127.0.0.1', done))

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
})
try {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${ready.http}/health`)
  const signedIn = await page.evaluate(async (password) => {
    const login = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: 'alice', password }) }
    return (await fetch('/login', login)).status
  }, ready.credentials.alice.password)
  expect('alice signs in', signedIn, 200)
  const readable = await page.evaluate(() => document.cookie)
  expect('a script reads the cookie', readable.startsWith('gatehouse-session='), weak)
  const read = (address) => fetch(address, { credentials: 'include' }).then((answer) => answer.text(), () => '')
  expect('the own page reads', (await page.evaluate(read, events)).includes('title'), true)
  await page.goto(`http://127.0.0.1:${stranger.address().port}/`)
  expect('a page of another origin reads', (await page.evaluate(read, events)).includes('title'), weak)
  console.log('4 passed, 0 failed')
} finally {
  await browser.close()
  stranger.close()
}
