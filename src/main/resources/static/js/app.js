import './requests.js';
import './keys.js';
import './dirty.js';
import './select-rows.js';
import './copy.js';
import './confirm.js';
import './localtime.js';
import './drop.js';
