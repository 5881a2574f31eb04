// Signs requests with two implementations of RFC 9421 that nobody here wrote, and sends them to the server whose ready line
// comes on standard input. Exit code 0 only if each is let in once.
import { constants, createHash, createHmac, randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSignature } from "http-message-sig";
import messageSignatures from "http-message-signatures";

const ready = JSON.parse(readFileSync(0, "utf8").split("\n")[0]);
const alice = ready.credentials.alice.httpSignature;

// The salt is as long as the hash (RFC 9421 §3.3.1); Node's own choice is longer.
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 };
const signers = {
  "hmac-sha256": (data) => createHmac("sha256", alice.secret).update(data).digest(),
  "rsa-pss-sha512": (data) => sign("sha512", data, { key: alice["rsa-pss-sha512"].privateKey, ...pss }),
  "ecdsa-p256-sha256": (data) =>
    sign("sha256", data, { key: alice["ecdsa-p256-sha256"].privateKey, dsaEncoding: "ieee-p1363" }),
  ed25519: (data) => sign(null, data, alice.ed25519.privateKey),
};
const keyId = (algorithm) => (alice[algorithm] ?? alice).keyId;

const libraries = {
  async "http-message-signatures"(request, components, algorithm) {
    const key = { id: keyId(algorithm), alg: algorithm, sign: async (data) => signers[algorithm](data) };
    const config = { key, fields: components, params: ["created", "keyid", "alg", "expires", "nonce"] };
    const signed = await messageSignatures.httpbis.signMessage(
      { ...config, paramValues: { nonce: randomUUID() } },
      request,
    );
    return signed.headers;
  },
  async "http-message-sig"(request, components, algorithm) {
    const created = Math.floor(Date.now() / 1000);
    const signed = await createSignature(new Request(request.url, request), {
      components,
      parameters: { created, keyid: keyId(algorithm), alg: algorithm, nonce: randomUUID() },
      signer: { algorithm, sign: signers[algorithm] },
    });
    return { ...request.headers, Signature: signed.signature, "Signature-Input": signed.signatureInput };
  },
};

async function expect(status, decidedBy, request, what) {
  const answer = await fetch(request.url, request);
  const id = answer.headers.get("Exchange-Id");
  const record = await (await fetch(`${ready.http}/explorer/exchanges/${id}`)).json();
  const failed = record.authentication.checks.find((check) => check.outcome === "failed");
  const by = failed?.id ?? "-";
  if (answer.status !== status || by !== decidedBy || record.authentication.type !== "http-signature") {
    throw new Error(`${what}: expected ${status} ${decidedBy}, got ${answer.status} ${by}: ${await answer.text()}`);
  }
}

let passed = 0;
for (const [library, signed] of Object.entries(libraries)) {
  for (const algorithm of Object.keys(signers)) {
    const body = JSON.stringify({ name: `${library} ${algorithm}` });
    const digest = `sha-512=:${createHash("sha512").update(body).digest("base64")}:`;
    const read = { method: "GET", url: `${ready.http}/calendars?a=b%20c`, headers: { Accept: "application/json" } };
    const write = {
      method: "POST",
      url: `${ready.http}/calendars`,
      headers: { "Content-Type": "application/json", "Content-Digest": digest },
      body,
    };
    read.headers = await signed(read, ["@method", "@authority", "@path", "@query", "accept"], algorithm);
    write.headers = await signed(write, ["@method", "@target-uri", "content-type", "content-digest"], algorithm);
    const what = `${library}, ${algorithm}`;
    await expect(200, "-", read, what);
    await expect(401, "signature.nonce", read, `${what}, again`);
    await expect(401, "signature.content-digest", { ...write, body: "{}" }, `${what}, another body`);
    await expect(201, "-", write, what);
    passed += 4;
  }
}
console.log(`${passed} requests signed by other implementations were answered as expected`);
