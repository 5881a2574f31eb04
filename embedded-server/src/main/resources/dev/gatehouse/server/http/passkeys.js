// Registers passkeys for who has logged in on this page. Name and password are kept until the page is left, and nowhere else.
const at = (id) => document.getElementById(id);
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
let authorization = "";

// Without cookies the browser does not ask for a password by itself when it was wrong.
async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    body,
    credentials: "omit",
    headers: { Authorization: authorization, ...(body ? { "Content-Type": "application/json" } : {}) },
  });
  const said = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(answer.status === 401 ? "The name or the password is wrong." : said.detail);
  return said;
}

async function attempt(work) {
  at("alert").hidden = true;
  at("status").textContent = "";
  try {
    await work();
  } catch (wrong) {
    at("alert").textContent = wrong.message;
    at("alert").hidden = false;
  }
}

async function list() {
  const { passkeys } = await call("GET", "/me/passkeys");
  at("passkeys").replaceChildren(...passkeys.map(row));
}

function row(passkey) {
  const item = document.createElement("li");
  const about = document.createElement("span");
  const id = document.createElement("code");
  const made = document.createElement("small");
  const remove = document.createElement("button");
  id.textContent = passkey.id;
  made.textContent = "registered " + new Date(passkey.createdAt).toLocaleString();
  about.append(id, made);
  remove.textContent = "Remove";
  remove.setAttribute("aria-label", "Remove the passkey " + passkey.id);
  remove.addEventListener("click", () =>
    attempt(async () => {
      await call("DELETE", "/me/passkeys/" + encodeURIComponent(passkey.id));
      await list();
      at("register").focus();
      at("status").textContent = "Removed. It no longer signs anybody in.";
    }),
  );
  item.append(about, remove);
  return item;
}

async function register() {
  const options = await call("POST", "/me/passkeys/options");
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((one) => ({ ...one, id: bytes(one.id) })),
    },
  });
  const said = made.response;
  const body = {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    response: { clientDataJSON: text(said.clientDataJSON), attestationObject: text(said.attestationObject) },
    clientExtensionResults: made.getClientExtensionResults(),
  };
  await call("POST", "/me/passkeys", JSON.stringify(body));
  await list();
  at("status").textContent = "Registered. From now on it signs you in.";
}

async function logIn() {
  const pair = new TextEncoder().encode(at("username").value + ":" + at("password").value);
  authorization = "Basic " + btoa(String.fromCharCode(...pair));
  at("password").value = "";
  const me = await call("GET", "/me");
  await list();
  at("whose").textContent = "You are " + me.name + ".";
  at("login").hidden = true;
  at("mine").hidden = false;
  at("whose").focus();
}

at("login").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(logIn);
});
at("register").addEventListener("click", () => attempt(register));
at("login").hidden = false;
at("username").focus();
if (!window.PublicKeyCredential || /^[\d.]+$|:/.test(location.hostname)) {
  at("register").disabled = true;
  at("status").textContent = window.PublicKeyCredential
    ? "Passkeys belong to a name, never to an address: come by http://localhost instead."
    : "This browser has no passkeys.";
}
