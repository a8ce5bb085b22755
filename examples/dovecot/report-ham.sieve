# Runs when somebody moves a mail out of the spam folder (Pigeonhole's imapsieve): docs/feedback.md.
require ["vnd.dovecot.pipe", "copy", "imapsieve", "environment", "variables"];

# What is thrown away is not said to be good.
if environment :matches "imap.mailbox" "*" {
    set "mailbox" "${1}";
}
if string "${mailbox}" ["Trash", "Deleted Items", "Deleted Messages"] {
    stop;
}
if environment :matches "imap.user" "*" {
    set "user" "${1}";
}
pipe :copy "chaffinch-feedback" ["ham", "${user}"];
