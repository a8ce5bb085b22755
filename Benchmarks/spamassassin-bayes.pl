# A peer for Benchmarks/learning: SpamAssassin's Bayes alone, through its own modules, in one process.
#
# Arguments: a folder for its database, and a list with a line for each message, its label (spam or ham), a blank and its path.
# Each message is scored by Bayes, then learnt. Prints the probability and the label; 0.5 where Bayes gives none.
use strict;
use warnings;
use Mail::SpamAssassin;
use Mail::SpamAssassin::PerMsgStatus;

my ($folder, $list) = @ARGV;
mkdir "$folder/rules" or die "$folder/rules: $!";
# Names of top-level domains and words without weight: what Bayes reads of the rules that ship.
for my $name ("20_aux_tlds.cf", "60_bayes_stopwords.cf") {
    symlink "/usr/share/spamassassin/$name", "$folder/rules/$name" or die "$name: $!";
}
my $assassin = Mail::SpamAssassin->new({
    dont_copy_prefs => 1, local_tests_only => 1, rules_filename => "$folder/rules", site_rules_filename => "$folder/rules",
    userprefs_filename => "/dev/null", userstate_dir => $folder, require_rules => 0,
    post_config_text => join("\n",
        "loadplugin Mail::SpamAssassin::Plugin::Bayes", "use_bayes 1", "bayes_path $folder/bayes", "bayes_auto_expire 0", "bayes_auto_learn 0",
        "bayes_min_ham_num 1", "bayes_min_spam_num 1", "lock_method flock", ""),
});
$assassin->init(1);
my ($bayes) = grep { ref $_ eq "Mail::SpamAssassin::Plugin::Bayes" } @{ $assassin->{plugins}{plugins} };
die "no Bayes" unless $bayes;
$| = 1;
open my $lines, "<", $list or die "$list: $!";
while (<$lines>) {
    chomp;
    my ($label, $path) = split / /, $_, 2;
    open my $file, "<:raw", $path or die "$path: $!";
    my $bytes = do { local $/; <$file> };
    close $file;
    my $message = $assassin->parse($bytes, 1);
    my $status = Mail::SpamAssassin::PerMsgStatus->new($assassin, $message);
    $status->extract_message_metadata();
    my $probability = $bayes->scan($status, $message);
    printf "%.17g %s\n", defined $probability ? $probability : 0.5, $label;
    $status->finish();
    $assassin->learn($message, undef, $label eq "spam" ? 1 : 0, 0)->finish();
    $message->finish();
}
