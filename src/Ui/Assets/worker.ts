/// <reference lib="webworker" />
// The store without a network: its shell, a page that says so, and the pages that allowed a copy. `shell` is put in front of this file
// by the server, so that a new build is a new worker.
interface Shell {
  version: string;
  files: string[];
  offline: string;
}

const worker = self as unknown as ServiceWorkerGlobalScope & { shell: Shell };
const shellCache = `shell ${worker.shell.version}`;
const keptCache = "kept pages";

// Never touched: what is the staff's, a program's, or too large to pass through.
const foreign = /^\/(admin|api|webhooks|sandbox|downloads|docs|openapi|health)(\/|$)/;

// Whatever their answers say, no copy of these is kept: they hold money or open something.
const unkept = /^\/(checkout|cart|orders|account\/(sign-in|links))(\/|$)/;

// After these the device may belong to somebody else, or its owner wants nothing kept.
const forgetting = /^\/(account\/sign-out|account\/data|privacy\/choices)(\/|$)/;

worker.addEventListener("install", event => event.waitUntil(fill().then(() => worker.skipWaiting())));

worker.addEventListener("activate", event => event.waitUntil(dropOldShells().then(() => worker.clients.claim())));

worker.addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin || foreign.test(pathname)) return;
  if (request.method === "POST" && forgetting.test(pathname)) event.waitUntil(caches.delete(keptCache));
  if (request.method !== "GET") return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(request, pathname));
});

async function fill(): Promise<void> {
  const cache = await caches.open(shellCache);
  await cache.addAll([...worker.shell.files, worker.shell.offline]);
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith("shell ") && name !== shellCache).map(name => caches.delete(name)));
}

/** Addresses of assets name their content: a copy is never stale. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The network first, always: a copy is for when there is none. */
async function page(request: Request, path: string): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get("X-Offline-Copy") === "keep" && !unkept.test(path)) {
      const copy = answer.clone();
      await (await caches.open(keptCache)).put(request, copy);
    }
    return answer;
  } catch {
    const kept = await caches.open(keptCache);
    return (await kept.match(request, { ignoreVary: true })) ?? (await caches.match(worker.shell.offline)) ?? Response.error();
  }
}
