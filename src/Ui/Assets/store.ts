import "./islands/copy-button";
import "./islands/load-fragment";
import "./islands/modal-dialog";
import "./islands/relative-time";
import "./islands/submit-once";
import "./islands/submit-now";
import "./islands/theme-switch";
import "./islands/toast-message";
