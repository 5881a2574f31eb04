// The only script of these pages. It asks the browser for a passkey and sends on what it gives. Without it there is no button.
const form = document.getElementById("passkey");
const status = document.getElementById("passkey-status");
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

async function assertion() {
  const answer = await fetch("/login/webauthn/options", { method: "POST" });
  const options = await answer.json();
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge) },
  });
  const said = credential.response;
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: text(said.clientDataJSON),
      authenticatorData: text(said.authenticatorData),
      signature: text(said.signature),
      ...(said.userHandle && said.userHandle.byteLength > 0 ? { userHandle: text(said.userHandle) } : {}),
    },
    clientExtensionResults: {},
  });
}

if (window.PublicKeyCredential) {
  form.hidden = false;
  if (/^[\d.]+$|:/.test(location.hostname)) {
    form.querySelector("button").disabled = true;
    status.textContent = "Passkeys belong to a name, never to an address: come by http://localhost instead.";
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "";
    try {
      form.elements.credential.value = await assertion();
      form.submit();
    } catch (refused) {
      status.textContent = "No passkey was used. " + refused.message;
    }
  });
}
