// Simulation: a country that does not exist, with operators, campaigns, machines that were taken over, routes, seasons and complaints, and
// with a truth that is known. Counts are drawn by cells (campaign, operator, way, step of time) and not message by message.
//
// Everything follows from a profile and a seed. Each part has a stream of random numbers of its own, numbered by what it is of, so that
// a period of a country is the same whether it is simulated alone or as part of a longer one.
