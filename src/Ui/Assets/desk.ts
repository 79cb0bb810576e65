import "./islands/copy-button";
import "./islands/desk-keys";
import "./islands/relative-time";
import "./islands/submit-once";
import "./islands/theme-switch";
