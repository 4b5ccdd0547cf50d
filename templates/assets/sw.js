// Keeps packs of pages that the reader asked for, and answers from them. A pack is a cache of its own, named for its file,
// with the core (styles, scripts, homes) beside it; the file's name has its hash, so that another name is another version.
"use strict";
const scope = registration.scope, PREFIX = "passerelle " + scope + " ", WHOLE = scope + "offline/whole", LIST = scope + "offline/packs.json";
const DAY = 864e5;
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", json: "application/json", svg: "image/svg+xml", avif: "image/avif", gif: "image/gif", jpeg: "image/jpeg", jpg: "image/jpeg", png: "image/png", webp: "image/webp" };

// One spelling of an address, without `?…` and `#…`.
const place = (href) => {
  const url = new URL(href), path = url.pathname + (url.pathname.endsWith("/") ? "index.html" : "");
  return url.origin + path.split("/").map((part) => encodeURIComponent(decodeURIComponent(part))).join("/");
};

// The packs that are here whole: name → file.
const kept = async () => {
  const found = {};
  for (const key of await caches.keys()) {
    const [name, file] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split(" ") : [];
    if (file && await (await caches.open(key)).match(WHOLE)) found[name] = file;
  }
  return found;
};

const drop = async (name, but) => {
  for (const key of await caches.keys()) {
    if (key.startsWith(PREFIX + name + " ") && key !== PREFIX + name + " " + but) await caches.delete(key);
  }
};

const keep = async (name, file) => {
  if ((await kept())[name] === file) return;
  const answer = await fetch(scope + "offline/" + file + ".pack");
  if (!answer.ok) throw new Error(answer.status);
  const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
  const cache = await caches.open(PREFIX + name + " " + file);
  for (const [path, body] of Object.entries(JSON.parse(text))) {
    // What is no text stands in brackets, as base64.
    const type = (TYPES[path.split(".").pop()] || "text/plain") + (typeof body === "string" ? "; charset=utf-8" : "");
    const bytes = typeof body === "string" ? body : Uint8Array.from(atob(body[0]), (sign) => sign.charCodeAt(0));
    await cache.put(place(scope + path.split("/").map(encodeURIComponent).join("/")), new Response(bytes, { headers: { "Content-Type": type, "X-Pack": file } }));
  }
  // Last: what was cut off half way does not count. The older version goes only now.
  await cache.put(WHOLE, new Response(""));
  await drop(name, file);
};

// The site's present packs, asked for once a day. The core follows by itself, it is small; pages of a pack that has a newer
// version come from the network where there is one, until the reader updates it.
let list, asked = 0;
const known = async () => {
  const old = !list && await caches.match(LIST);
  if (old) [list, asked] = [await old.json(), Number(old.headers.get("X-Asked")) || 0];
  return list;
};
const check = async () => {
  await known();
  if (Date.now() - asked < DAY && Date.now() >= asked) return;
  asked = Date.now();
  const answer = await fetch(LIST, { cache: "no-cache" });
  if (!answer.ok) return;
  const text = await answer.text();
  list = JSON.parse(text);
  await (await caches.open(PREFIX + "list")).put(LIST, new Response(text, { headers: { "X-Asked": String(asked) } }));
  if ((await kept()).core && list.core) await keep("core", list.core);
};

const answer = async (request) => {
  const at = place(request.url), here = await caches.match(at), current = await known();
  const page = request.mode === "navigate", [lang] = at.slice(scope.length).split("/"), file = here && here.headers.get("X-Pack");
  if (file && (!current || Object.values(current).includes(file))) return here;
  try {
    // What is here and out of date must not come back from the browser's other cache.
    const there = await (here ? fetch(request, { cache: "no-cache" }) : fetch(request));
    if (there.ok || there.type === "opaqueredirect" || !here) return there;
  } catch (error) {
    if (!here && !page) throw error;
  }
  const away = scope + (lang === "en" ? "en" : "fr") + "/away/index.html";
  return here || (await caches.match(away) ? Response.redirect(away) : Response.error());
};

oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(clients.claim());
onfetch = (event) => {
  const { method, url, mode } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  if (mode === "navigate") event.waitUntil(check().catch(() => {}));
  event.respondWith(answer(event.request));
};
onmessage = (event) => {
  const { packs, unwanted } = event.data, [port] = event.ports;
  const work = async () => {
    for (const name of unwanted || []) await drop(name);
    for (const [name, file] of packs || []) {
      await keep(name, file);
      port.postMessage({ kept: await kept() });
    }
    // The page on which this was asked is to be had too.
    if (packs && event.source) await (await caches.open(PREFIX + "page page")).add(place(event.source.url));
    port.postMessage({ kept: await kept(), done: true });
  };
  event.waitUntil(work().catch(async (error) => port.postMessage({ kept: await kept(), failed: String(error) })));
};
