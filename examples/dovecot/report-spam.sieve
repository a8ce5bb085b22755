# Runs when somebody moves a mail into the spam folder (Pigeonhole's imapsieve): docs/feedback.md.
require ["vnd.dovecot.pipe", "copy", "imapsieve", "environment", "variables"];

if environment :matches "imap.user" "*" {
    set "user" "${1}";
}
pipe :copy "chaffinch-feedback" ["spam", "${user}"];
