<?php
// Tells whether a webhook is genuine. Needs nothing but PHP 8 or later.

const TOLERANCE = 5 * 60;

/** $body is what php://input holds: as it came, before anything has parsed it. */
function is_genuine(string $secret, string $id, string $timestamp, string $signatures, string $body): bool
{
    if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > TOLERANCE) {
        return false;
    }
    $key = base64_decode(substr($secret, strlen('whsec_')));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    foreach (explode(' ', $signatures) as $signature) {
        if (hash_equals($expected, $signature)) {
            return true;
        }
    }
    return false;
}

// php verify.php < body: the secret and the headers come from the environment.
// In a page they are $_SERVER['HTTP_WEBHOOK_ID'] and so on.
if (PHP_SAPI === 'cli') {
    $genuine = is_genuine(getenv('WEBHOOK_SECRET'), getenv('WEBHOOK_ID'), getenv('WEBHOOK_TIMESTAMP'), getenv('WEBHOOK_SIGNATURE'), file_get_contents('php://stdin'));
    echo $genuine ? "genuine\n" : "forged\n";
    exit($genuine ? 0 : 1);
}
