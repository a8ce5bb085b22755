/* A peer for Benchmarks/learning: logistic regression on byte 4-grams, as plain as it can be.
 *
 * Binary features: the distinct 4-grams of the first 3,500 bytes of a message, in 2^24 weights. Each message is scored, then learnt.
 * Rate 0.004. Arguments: a list with a line for each message, its label (spam or ham), a blank and its path. Prints score and label.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { bits = 24, most = 3500 };

static float weights[1 << bits];
static uint32_t seen[1 << bits];

int main(int count, char **arguments) {
    FILE *list = count == 2 ? fopen(arguments[1], "r") : NULL;
    if (!list) return fprintf(stderr, "usage: four-grams LIST\n"), 2;
    static char line[8192];
    static uint8_t bytes[most];
    static uint32_t places[most];
    for (uint32_t number = 1; fgets(line, sizeof line, list); number++) {
        char *path = strchr(line, ' ');
        if (!path) continue;
        *path++ = 0;
        path[strcspn(path, "\n")] = 0;
        FILE *file = fopen(path, "rb");
        if (!file) return perror(path), 1;
        size_t length = fread(bytes, 1, most, file);
        fclose(file);
        size_t features = 0;
        float score = 0;
        for (size_t place = 0; place + 4 <= length; place++) {
            uint32_t gram;
            memcpy(&gram, bytes + place, 4);
            uint32_t weight = gram * 0x9E3779B1u >> (32 - bits);
            if (seen[weight] == number) continue;
            seen[weight] = number;
            places[features++] = weight;
            score += weights[weight];
        }
        int is_spam = !strcmp(line, "spam");
        printf("%.9g %s\n", score, line);
        float move = 0.004f * ((float)is_spam - 1 / (1 + expf(-score)));
        for (size_t feature = 0; feature < features; feature++) weights[places[feature]] += move;
    }
    return 0;
}
