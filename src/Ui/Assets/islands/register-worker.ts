// After everything else: the store without a network can wait until the store with one is there.
if ("serviceWorker" in navigator && isSecureContext) {
  addEventListener("load", () => void navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" }).catch(() => undefined));
}
