// A filter of mail that does nothing: it is told all that Chaffinch is told, adds as many fields on top, and accepts. What Postfix does with it is
// the most that it can do with any filter.
//
// Usage: milter-floor FIELDS   prints the port that it listens at on loopback; runs until it is killed.

#include <arpa/inet.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

enum { longest = 1 << 20 };
static int fields;

// Everything but commands unknown; no reply to anything but the end of the mail (mfdef.h of libmilter: SMFIP_NOUNKNOWN, SMFIP_NR_*).
static const uint32_t steps = 0x100 | 0x80 | 0x1000 | 0x2000 | 0x4000 | 0x8000 | 0x10000 | 0x20000 | 0x40000 | 0x80000;

static int take(int client, void *into, size_t count) {
    for (size_t had = 0; had < count;) {
        ssize_t got = read(client, (char *)into + had, count - had);
        if (got <= 0) return 0;
        had += (size_t)got;
        int on = 1;
        setsockopt(client, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    }
    return 1;
}

static size_t packet(char *at, char command, const void *data, size_t count) {
    uint32_t length = htonl((uint32_t)count + 1);
    memcpy(at, &length, 4);
    at[4] = command;
    memcpy(at + 5, data, count);
    return count + 5;
}

static void *serve(void *argument) {
    int client = (int)(intptr_t)argument;
    char *data = malloc(longest), answer[4096];
    uint32_t length;
    while (take(client, &length, 4)) {
        length = ntohl(length);
        if (length == 0 || length > longest || !take(client, data, length) || data[0] == 'Q') break;
        size_t count = 0;
        if (data[0] == 'O') {
            uint32_t options[3] = {htonl(6), htonl(0x1), htonl(steps)};
            count = packet(answer, 'O', options, sizeof options);
        } else if (data[0] == 'E') {
            for (int number = 0; number < fields; number++) {
                static const char field[] = "\0\0\0\0Floor-Verdict\0probability=0.0012; class=none; disposition=accept; mode=observe-only";
                count += packet(answer + count, 'i', field, sizeof field);
            }
            count += packet(answer + count, 'a', "", 0);
        }
        if (count && write(client, answer, count) != (ssize_t)count) break;
    }
    free(data);
    close(client);
    return NULL;
}

int main(int count, char **arguments) {
    if (count != 2) return 2;
    fields = atoi(arguments[1]);
    if (fields < 0 || fields > 20) return 2;
    int server = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (server < 0 || bind(server, (struct sockaddr *)&address, size) || listen(server, 256) || getsockname(server, (struct sockaddr *)&address, &size)) {
        perror("milter-floor");
        return 1;
    }
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client < 0) continue;
        pthread_t thread;
        if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)client)) close(client);
        else pthread_detach(thread);
    }
}
