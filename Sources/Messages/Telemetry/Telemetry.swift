// Telemetry: the clock, the random source, latencies and log lines: what a program needs to be watched and to be tested.
//
// Everything here is injected; no other code of Chaffinch reads the clock or draws a random number by itself. No Foundation.
