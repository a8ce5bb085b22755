// Sends requests to a server on loopback at a steady rate, or as fast as it answers, and says how long the answers took.
//
//   load MODE PORT CONNECTIONS RATE SECONDS FILE...
//
// MODE: http (each FILE is a whole request; connections are kept), once (each FILE is a whole request on a connection of its own, which
// ends with the answer: spamd), milter (the same, with a whole conversation of Milter in each FILE), smtp (each FILE is a mail with dots doubled and the last dot; one session a mail, first to last reply).
// RATE: requests a second, begun by the clock whether earlier ones are answered or not, and timed from when they were due; 0: each
// connection asks again as soon as it is answered. Prints one JSON object; times are milliseconds.
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER = 1 << 16, GRACE = 20 };
typedef struct { char *bytes; size_t length; } Request;
typedef struct {
    int socket, step, isUsed;
    const char *out;
    size_t left, got;
    double due;
    char answer[ANSWER];
} Slot;

static const char *const dialogue[] = {"", "EHLO load.test\r\n", "MAIL FROM:<ann@load.test>\r\n", "RCPT TO:<bob@mx.test>\r\n", "DATA\r\n"};
enum { CONTENT = 5, BYE = 6 };
static Request *requests;
static int count, poller, isHTTP, isSMTP, isMilter, port;
static long issued, done, failed;
static double *times;
static size_t capacity;
static char firstFailure[200];

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void give_up(const char *what) {
    perror(what);
    exit(2);
}

static Request request(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) give_up(path);
    struct stat info;
    fstat(fileno(file), &info);
    Request r = {malloc(info.st_size + 1), info.st_size};
    if (fread(r.bytes, 1, r.length, file) != r.length) give_up(path);
    fclose(file);
    return r;
}

static void watch(Slot *slot, int operation, unsigned events) {
    struct epoll_event event = {.events = events, .data.ptr = slot};
    if (epoll_ctl(poller, operation, slot->socket, &event)) give_up("epoll_ctl");
}

static void connect_slot(Slot *slot) {
    slot->isUsed = 0;
    slot->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (slot->socket < 0) give_up("socket");
    int one = 1;
    setsockopt(slot->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(slot->socket, (struct sockaddr *)&address, sizeof address) && errno != EINPROGRESS) give_up("connect");
    watch(slot, EPOLL_CTL_ADD, EPOLLIN | EPOLLOUT);
}

static void begin(Slot *slot, double due) {
    const Request *r = &requests[issued++ % count];
    slot->due = due;
    slot->got = 0;
    slot->step = 1;
    slot->out = r->bytes;
    slot->left = r->length;
    if (isSMTP) slot->left = 0;
    if (slot->socket < 0) connect_slot(slot);
    else watch(slot, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
    // The mail itself is kept for its turn.
    if (isSMTP) slot->step = 0;
}

static void close_slot(Slot *slot) {
    close(slot->socket);
    slot->socket = -1;
}

static void finish(Slot *slot, int isGood, int keeps) {
    if (isGood) {
        if ((size_t)done == capacity) times = realloc(times, (capacity = capacity ? 2 * capacity : 4096) * sizeof *times);
        times[done++] = (now() - slot->due) * 1000;
    } else {
        if (!failed) snprintf(firstFailure, sizeof firstFailure, "%.*s", (int)(slot->got < 180 ? slot->got : 180), slot->answer);
        failed++;
    }
    slot->step = 0;
    slot->due = -1;
    if (!keeps || !isGood) close_slot(slot);
}

static void put(Slot *slot) {
    while (slot->left) {
        ssize_t sent = send(slot->socket, slot->out, slot->left, MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno == EAGAIN || errno == ENOTCONN) return;
            if (errno != EINTR) { finish(slot, 0, 0); return; }
            continue;
        }
        slot->out += sent;
        slot->left -= sent;
    }
    if (!isHTTP && !isSMTP && !isMilter) shutdown(slot->socket, SHUT_WR);
    watch(slot, EPOLL_CTL_MOD, EPOLLIN);
}

// Whether the answer of HTTP is whole: its head, and as much as Content-Length says.
static int is_whole(Slot *slot) {
    slot->answer[slot->got] = 0;
    char *end = strstr(slot->answer, "\r\n\r\n");
    if (!end) return 0;
    char *field = strcasestr(slot->answer, "\r\ncontent-length:");
    return field && field < end && slot->got >= (size_t)(end + 4 - slot->answer) + strtoul(field + 17, 0, 10);
}

// One reply of SMTP is there: what is said next.
static void converse(Slot *slot, long number) {
    slot->answer[slot->got] = 0;
    char *line = slot->answer;
    for (char *end; (end = strstr(line, "\r\n")) && end + 2 < slot->answer + slot->got; line = end + 2) {}
    if (slot->got < 5 || slot->answer[slot->got - 1] != '\n' || line[3] == '-') return;
    int isGood = line[0] == '2' || line[0] == '3';
    if (!isGood || slot->step == CONTENT) {
        send(slot->socket, "QUIT\r\n", 6, MSG_NOSIGNAL);
        finish(slot, isGood, 0);
        return;
    }
    slot->got = 0;
    slot->step++;
    slot->out = slot->step == CONTENT ? requests[number].bytes : dialogue[slot->step];
    slot->left = slot->step == CONTENT ? requests[number].length : strlen(dialogue[slot->step]);
    put(slot);
}

static void take(Slot *slot, long number) {
    for (;;) {
        if (slot->got == ANSWER - 1) slot->got /= 2;
        ssize_t read = recv(slot->socket, slot->answer + slot->got, ANSWER - 1 - slot->got, 0);
        if (read < 0 && errno == EINTR) continue;
        if (read < 0 && (errno == EAGAIN || errno == ENOTCONN)) return;
        if (read <= 0) {
            if (slot->due < 0) { close_slot(slot); return; }
            if (isHTTP && slot->isUsed && !slot->got) {
                // The server ended a connection that was kept: the question is asked again over another (RFC 9110 section 9.2.2).
                close_slot(slot);
                slot->out = requests[number].bytes;
                slot->left = requests[number].length;
                connect_slot(slot);
                return;
            }
            slot->answer[slot->got] = 0;
            finish(slot, read == 0 && (isMilter ? memmem(slot->answer, slot->got, "\0\0\0\1c", 5) != 0 : !isHTTP && !isSMTP && strstr(slot->answer, " EX_OK")), 0);
            return;
        }
        slot->got += read;
        if (isSMTP) {
            converse(slot, number);
            if (slot->socket < 0) return;
        } else if (isHTTP && is_whole(slot)) {
            slot->isUsed = 1;
            finish(slot, !strncmp(slot->answer, "HTTP/1.1 200", 12), !strcasestr(slot->answer, "\r\nconnection: close"));
            return;
        }
    }
}

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double quantile(double share) { return done ? times[(size_t)(share * (done - 1))] : 0; }

int main(int argc, char **argv) {
    if (argc < 7) { fprintf(stderr, "usage: load MODE PORT CONNECTIONS RATE SECONDS FILE...\n"); return 2; }
    isHTTP = !strcmp(argv[1], "http");
    isSMTP = !strcmp(argv[1], "smtp");
    isMilter = !strcmp(argv[1], "milter");
    port = atoi(argv[2]);
    int slots = atoi(argv[3]);
    double rate = atof(argv[4]), seconds = atof(argv[5]);
    count = argc - 6;
    requests = calloc(count, sizeof *requests);
    for (int i = 0; i < count; i++) requests[i] = request(argv[6 + i]);
    poller = epoll_create1(0);
    Slot *all = calloc(slots, sizeof *all);
    long *numbers = calloc(slots, sizeof *numbers);
    for (int i = 0; i < slots; i++) { all[i].socket = -1; all[i].due = -1; }

    double start = now(), end = start + seconds, last = end + GRACE;
    int busy = 0;
    struct epoll_event events[256];
    for (double t = start; t < end || busy; t = now()) {
        if (t > last) break;
        double next = start + (rate ? issued / rate : 0);
        for (int i = 0; i < slots && t < end && next <= t; i++) {
            if (all[i].due >= 0) continue;
            numbers[i] = issued % count;
            begin(&all[i], rate ? next : t);
            next = start + (rate ? issued / rate : 0);
        }
        int wait = rate && t < end && next > t ? (int)((next - t) * 1000) : 10;
        int ready = epoll_wait(poller, events, 256, wait < 0 ? 0 : wait > 10 ? 10 : wait);
        for (int i = 0; i < ready; i++) {
            Slot *slot = events[i].data.ptr;
            if (slot->socket < 0) continue;
            if (events[i].events & EPOLLOUT) put(slot);
            if (slot->socket >= 0 && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) take(slot, numbers[slot - all]);
        }
        busy = 0;
        for (int i = 0; i < slots; i++) busy += all[i].due >= 0;
    }
    double took = now() - start;
    qsort(times, done, sizeof *times, by_size);
    for (char *c = firstFailure; *c; c++) if (*c < 32 || *c == '"' || *c == '\\' || *c > 126) *c = ' ';
    printf("{\"done\": %ld, \"failed\": %ld, \"unanswered\": %d, \"seconds\": %.3f, \"p50\": %.3f, \"p99\": %.3f, \"longest\": %.3f, \"firstFailure\": \"%s\"}\n",
           done, failed, busy, took, quantile(0.5), quantile(0.99), quantile(1), firstFailure);
    return 0;
}
