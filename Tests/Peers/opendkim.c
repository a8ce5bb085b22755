/* OpenDKIM's library as a program, with the key records it is given instead of DNS.
 *
 *   opendkim verify NOW KEYS < MAIL                                        a line for each signature: "pass" or what is wrong
 *   opendkim sign NOW PEM DOMAIN SELECTOR HEADER BODY ALGORITHM < MAIL     the signature's field
 *   opendkim measure NOW KEYS COUNT < MAIL                                 mails verified in a second of CPU time
 *
 * KEYS has a name, a blank and a record on each line. Input is that of tests and benchmarks, and trusted.
 */
#include <opendkim/dkim.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *keys;

static char *content(FILE *file, size_t *length)
{
    size_t room = 1 << 16, used = 0, more;
    char *bytes = malloc(room + 1);
    while ((more = fread(bytes + used, 1, room - used, file)) > 0) {
        used += more;
        if (used == room) bytes = realloc(bytes, (room *= 2) + 1);
    }
    bytes[used] = 0;
    if (length) *length = used;
    return bytes;
}

static char *file_content(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    char *bytes = content(file, NULL);
    fclose(file);
    return bytes;
}

/* The record of a key, from memory. */
static DKIM_CBSTAT find_key(DKIM *dkim, DKIM_SIGINFO *signature, unsigned char *buffer, size_t room)
{
    char name[512];
    (void)dkim;
    int length = snprintf(name, sizeof name, "%s._domainkey.%s ", dkim_sig_getselector(signature), dkim_sig_getdomain(signature));
    for (char *line = keys; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
        if (strncasecmp(line, name, (size_t)length)) continue;
        size_t count = strcspn(line + length, "\n");
        if (count >= room) return DKIM_CBSTAT_ERROR;
        memcpy(buffer, line + length, count);
        buffer[count] = 0;
        return DKIM_CBSTAT_CONTINUE;
    }
    return DKIM_CBSTAT_NOTFOUND;
}

/* Whether every signature of a mail is right; says so of each where asked to. */
static bool verify(DKIM_LIB *library, char *mail, size_t length, bool says)
{
    DKIM_STAT status;
    DKIM_SIGINFO **signatures = NULL;
    int count = 0;
    bool is_right = true;
    DKIM *dkim = dkim_verify(library, (unsigned char *)"mail", NULL, &status);
    if (!dkim) return false;
    status = dkim_chunk(dkim, (unsigned char *)mail, length);
    if (status == DKIM_STAT_OK) status = dkim_chunk(dkim, NULL, 0);
    if (status == DKIM_STAT_OK) status = dkim_eom(dkim, NULL);
    if (dkim_getsiglist(dkim, &signatures, &count) != DKIM_STAT_OK || count == 0) {
        if (says) printf("%s\n", dkim_getresultstr(status));
        is_right = false;
    }
    for (int index = 0; index < count; index++) {
        bool passes = (dkim_sig_getflags(signatures[index]) & DKIM_SIGFLAG_PASSED) != 0 && dkim_sig_getbh(signatures[index]) == DKIM_SIGBH_MATCH;
        is_right = is_right && passes;
        if (!says) continue;
        const char *error = dkim_sig_geterrorstr(dkim_sig_geterror(signatures[index]));
        if (passes) puts("pass");
        else if (dkim_sig_getbh(signatures[index]) == DKIM_SIGBH_MISMATCH) puts("the body differs");
        else printf("%s\n", error ? error : dkim_getresultstr(status));
    }
    dkim_free(dkim);
    return is_right;
}

static int sign(DKIM_LIB *library, char **words, char *mail, size_t length)
{
    DKIM_STAT status;
    unsigned char field[8192];
    char *pem = file_content(words[0]);
    dkim_canon_t header = strcmp(words[3], "relaxed") ? DKIM_CANON_SIMPLE : DKIM_CANON_RELAXED;
    dkim_canon_t body = strcmp(words[4], "relaxed") ? DKIM_CANON_SIMPLE : DKIM_CANON_RELAXED;
    dkim_alg_t algorithm = strcmp(words[5], "ed25519-sha256") ? DKIM_SIGN_RSASHA256 : DKIM_SIGN_ED25519SHA256;
    DKIM *dkim = dkim_sign(library, (unsigned char *)"mail", NULL, (unsigned char *)pem, (unsigned char *)words[2],
                           (unsigned char *)words[1], header, body, algorithm, -1, &status);
    if (dkim) status = dkim_chunk(dkim, (unsigned char *)mail, length);
    if (dkim && status == DKIM_STAT_OK) status = dkim_chunk(dkim, NULL, 0);
    if (dkim && status == DKIM_STAT_OK) status = dkim_eom(dkim, NULL);
    if (dkim && status == DKIM_STAT_OK) status = dkim_getsighdr(dkim, field, sizeof field, strlen(DKIM_SIGNHEADER) + 2);
    if (!dkim || status != DKIM_STAT_OK) {
        fprintf(stderr, "%s: %s\n", dkim_getresultstr(status), dkim ? dkim_geterror(dkim) : "");
        return 1;
    }
    printf("%s: %s\r\n", DKIM_SIGNHEADER, field);
    return 0;
}

static int measure(DKIM_LIB *library, long count, char *mail, size_t length)
{
    clock_t start = clock();
    for (long index = 0; index < count; index++) {
        if (!verify(library, mail, length, false)) return 1;
    }
    printf("%.1f\n", (double)count * CLOCKS_PER_SEC / (double)(clock() - start));
    return 0;
}

int main(int argc, char **argv)
{
    size_t length;
    if (argc < 4) return 2;
    DKIM_LIB *library = dkim_init(NULL, NULL);
    if (!library) return 2;
    uint64_t now = strtoull(argv[2], NULL, 10);
    if (now) dkim_options(library, DKIM_OP_SETOPT, DKIM_OPTS_FIXEDTIME, &now, sizeof now);
    dkim_set_key_lookup(library, find_key);
    char *mail = content(stdin, &length);
    /* A file with line feeds alone stands for a mail with line ends. */
    char *end = memchr(mail, '\n', length);
    unsigned int flags = end && end > mail && end[-1] == '\r' ? DKIM_LIBFLAGS_NONE : DKIM_LIBFLAGS_FIXCRLF;
    dkim_options(library, DKIM_OP_SETOPT, DKIM_OPTS_FLAGS, &flags, sizeof flags);
    if (!strcmp(argv[1], "sign") && argc == 9) return sign(library, argv + 3, mail, length);
    keys = file_content(argv[3]);
    if (!strcmp(argv[1], "verify")) return verify(library, mail, length, true) ? 0 : 1;
    if (!strcmp(argv[1], "measure") && argc == 5) return measure(library, atol(argv[4]), mail, length);
    return 2;
}
