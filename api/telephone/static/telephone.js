// The page works without this script, which saves reloading: it asks for the same page every second
// (304 while nothing changed) and changes only what differs, so that what is open, read or focused stays.
"use strict";
const EVERY = 1000; // milliseconds
const thread = document.getElementById("fil");
const form = document.getElementById("composition");
let version = "";

function update(known, item) {
  const fresh = item.querySelectorAll("[data-part]");
  known.querySelectorAll("[data-part]").forEach((part, rank) => {
    if (fresh[rank] && part.innerHTML !== fresh[rank].innerHTML) part.innerHTML = fresh[rank].innerHTML;
  });
}

function merge(list, fresh) {
  const items = [...fresh.children];
  const wanted = new Set(items.map((item) => item.id));
  for (const item of [...list.children]) if (!wanted.has(item.id)) item.remove();
  items.forEach((item, rank) => {
    const known = document.getElementById(item.id);
    if (known) update(known, item);
    if (!known || list.children[rank] !== known) list.insertBefore(known ?? item, list.children[rank] ?? null);
  });
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const height = thread?.scrollHeight;
  for (const list of document.querySelectorAll("[data-live]")) {
    const found = fresh.getElementById(list.id);
    if (found) merge(list, found);
  }
  // the thread hangs from its end: whoever reads further up stays where they are
  if (thread && thread.scrollTop < -40) thread.scrollTop -= thread.scrollHeight - height;
  return fresh;
}

async function look() {
  try {
    const response = await fetch(location.pathname, { headers: version ? { "If-None-Match": version } : {} });
    if (response.ok) {
      version = response.headers.get("ETag");
      show(await response.text());
    }
    lost(false);
  } catch {
    lost(true);
  }
}

async function watch() {
  if (!document.hidden) await look();
  setTimeout(watch, EVERY);
}

function lost(yes) {
  const said = document.getElementById("coupure");
  const text = yes ? said.dataset.texte : "";
  if (said.textContent !== text) said.textContent = text;
}

async function send({ target, submitter }) {
  const body = new URLSearchParams(new FormData(target, submitter));
  const typed = form.texte.value;
  const response = await fetch(target.action, { method: "POST", body });
  const notice = show(await response.text()).getElementById("avis");
  version = ""; // a look that overtook this answer may have shown more
  Object.assign(document.getElementById("avis"), { className: notice.className, textContent: notice.textContent });
  const sent = response.ok && target === form && body.get("mode") !== "rafale";
  if (sent && form.texte.value === typed) form.texte.value = "";
  thread.scrollTop = 0;
}

let sending = false;
for (const each of document.querySelectorAll("form[method=post]")) {
  each.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    await send(event).catch(() => lost(true));
    sending = false;
  });
}
form?.texte.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector(".envoyer"));
});
document.documentElement.classList.add("vivant");
watch();
