/* libspf2 as a program, with the records it is given instead of DNS, all of them in its cache.
 *
 *   spf2 RECORDS REQUESTS COUNT      requests answered in a second of CPU time, then the result of each, a word a line
 *
 * RECORDS has lines of name, type and data, REQUESTS lines of address, HELO name and return path, all between tabs.
 */
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <spf2/spf.h>
#include <spf2/spf_dns_cache.h>
#include <spf2/spf_dns_null.h>
#include <spf2/spf_dns_zone.h>

#define LIMIT 1000

static struct { char address[64], helo[256], from[256]; } requests[LIMIT];

static ns_type type_of(const char *name)
{
    if (!strcasecmp(name, "A")) return ns_t_a;
    if (!strcasecmp(name, "AAAA")) return ns_t_aaaa;
    if (!strcasecmp(name, "MX")) return ns_t_mx;
    if (!strcasecmp(name, "PTR")) return ns_t_ptr;
    return ns_t_txt;
}

static SPF_result_t answer(SPF_server_t *server, int index)
{
    SPF_response_t *response = NULL;
    SPF_request_t *request = SPF_request_new(server);
    if (strchr(requests[index].address, ':')) SPF_request_set_ipv6_str(request, requests[index].address);
    else SPF_request_set_ipv4_str(request, requests[index].address);
    SPF_request_set_helo_dom(request, requests[index].helo);
    SPF_request_set_env_from(request, requests[index].from);
    SPF_request_query_mailfrom(request, &response);
    SPF_result_t result = response ? SPF_response_result(response) : SPF_RESULT_INVALID;
    if (response) SPF_response_free(response);
    SPF_request_free(request);
    return result;
}

int main(int argc, char **argv)
{
    char line[4096];
    int count = 0;
    if (argc != 4) return 2;
    SPF_dns_server_t *zone = SPF_dns_zone_new(NULL, "zone", 0);
    FILE *file = fopen(argv[1], "r");
    while (file && fgets(line, sizeof line, file)) {
        char *name = strtok(line, "\t"), *type = strtok(NULL, "\t"), *data = strtok(NULL, "\n");
        if (data) SPF_dns_zone_add_str(zone, name, type_of(type), NETDB_SUCCESS, data);
    }
    if (file) fclose(file);
    file = fopen(argv[2], "r");
    while (file && count < LIMIT && fgets(line, sizeof line, file)) {
        if (sscanf(line, "%63[^\t]\t%255[^\t]\t%255[^\n]", requests[count].address, requests[count].helo, requests[count].from) == 3) count++;
    }
    if (file) fclose(file);
    SPF_server_t *server = SPF_server_new_dns(SPF_dns_cache_new(zone, "cache", 0, 12), 0);
    if (count == 0 || !server) return 2;
    SPF_server_set_rec_dom(server, "receiver.example");
    for (int index = 0; index < count; index++) answer(server, index);
    long rounds = atol(argv[3]);
    clock_t start = clock();
    for (long round = 0; round < rounds; round++) {
        for (int index = 0; index < count; index++) answer(server, index);
    }
    printf("%.1f\n", (double)rounds * count * CLOCKS_PER_SEC / (double)(clock() - start));
    for (int index = 0; index < count; index++) puts(SPF_strresult(answer(server, index)));
    return 0;
}
