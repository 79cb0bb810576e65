import "./islands/passkey-ask";
import "./islands/passkey-make";
