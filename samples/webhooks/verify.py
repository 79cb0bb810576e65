"""Tells whether a webhook is genuine. Needs nothing but Python 3.8 or later."""
import base64
import hashlib
import hmac
import os
import sys
import time

TOLERANCE = 5 * 60


def is_genuine(secret, headers, body, now=None):
    """`body` is bytes: as it came, before anything has parsed it."""
    webhook_id, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
    if not timestamp.isdigit() or abs((now or time.time()) - int(timestamp)) > TOLERANCE:
        return False
    key = base64.b64decode(secret[len("whsec_"):])
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(expected, given) for given in headers["webhook-signature"].split(" "))


# python3 verify.py < body: the secret and the headers come from the environment.
if __name__ == "__main__":
    names = {"webhook-id": "WEBHOOK_ID", "webhook-timestamp": "WEBHOOK_TIMESTAMP", "webhook-signature": "WEBHOOK_SIGNATURE"}
    headers = {header: os.environ[name] for header, name in names.items()}
    genuine = is_genuine(os.environ["WEBHOOK_SECRET"], headers, sys.stdin.buffer.read())
    print("genuine" if genuine else "forged")
    sys.exit(0 if genuine else 1)
