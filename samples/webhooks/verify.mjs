// Tells whether a webhook is genuine. Needs nothing but Node 18 or later.
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";

const TOLERANCE = 5 * 60;

/** `body` is a Buffer: as it came, before anything has parsed it. */
export function isGenuine(secret, headers, body, now = Date.now() / 1000) {
  const id = headers["webhook-id"], timestamp = headers["webhook-timestamp"];
  if (!(Math.abs(now - Number(timestamp)) <= TOLERANCE)) return false;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  return headers["webhook-signature"].split(" ").some((signature) => {
    const given = Buffer.from(signature.slice(3), "base64");
    return signature.startsWith("v1,") && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

// node verify.mjs < body: the secret and the headers come from the environment.
if (process.argv[1] === import.meta.filename) {
  const { WEBHOOK_SECRET, WEBHOOK_ID, WEBHOOK_TIMESTAMP, WEBHOOK_SIGNATURE } = process.env;
  const headers = { "webhook-id": WEBHOOK_ID, "webhook-timestamp": WEBHOOK_TIMESTAMP, "webhook-signature": WEBHOOK_SIGNATURE };
  const genuine = isGenuine(WEBHOOK_SECRET, headers, readFileSync(0));
  console.log(genuine ? "genuine" : "forged");
  process.exit(genuine ? 0 : 1);
}
