import "./islands/copy-button";
import "./islands/relative-time";
import "./islands/submit-once";
import "./islands/theme-switch";
