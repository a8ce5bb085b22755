// The yardstick: reads files into memory and hashes their bytes once, as fast as plain C does (FNV-1a, 64 bits).
// Prints bytes, CPU seconds of the hashing alone, and MB/s. Usage: hash REPEAT FILE...
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double cpu_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    int repeat = atoi(arguments[1]);
    size_t total = 0, capacity = 1 << 20;
    unsigned char *bytes = malloc(capacity);
    for (int index = 2; index < count; index++) {
        FILE *file = fopen(arguments[index], "rb");
        if (!file) { perror(arguments[index]); return 2; }
        size_t read;
        while ((read = fread(bytes + total, 1, capacity - total, file)) > 0) {
            total += read;
            if (total == capacity) bytes = realloc(bytes, capacity *= 2);
        }
        fclose(file);
    }
    double start = cpu_seconds();
    uint64_t hash = 0;
    for (int round = 0; round < repeat; round++) {
        hash ^= 0xcbf29ce484222325u;
        for (size_t index = 0; index < total; index++) hash = (hash ^ bytes[index]) * 0x100000001b3u;
    }
    double seconds = cpu_seconds() - start;
    printf("{\"bytes\": %zu, \"repeat\": %d, \"cpuSeconds\": %.6f, \"megabytesPerSecond\": %.1f, \"hash\": \"%016llx\"}\n", total, repeat, seconds,
           (double)total * repeat / seconds / 1e6, (unsigned long long)hash);
    return 0;
}
