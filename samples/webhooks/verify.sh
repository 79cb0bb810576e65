#!/bin/sh
# Tells whether a webhook is genuine. Needs openssl, base64 and od.
# sh verify.sh < body: the secret and the headers come from the environment.
set -eu
tolerance=300

case $WEBHOOK_TIMESTAMP in ''|*[!0-9]*) echo forged; exit 1 ;; esac
age=$(( $(date +%s) - WEBHOOK_TIMESTAMP ))
if [ "$age" -gt "$tolerance" ] || [ "$age" -lt "-$tolerance" ]; then echo forged; exit 1; fi

key=$(printf %s "${WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
expected=$({ printf '%s.%s.' "$WEBHOOK_ID" "$WEBHOOK_TIMESTAMP"; cat; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)

for signature in $WEBHOOK_SIGNATURE; do
  if [ "$signature" = "v1,$expected" ]; then echo genuine; exit 0; fi
done
echo forged
exit 1
