// AbuseReports: what receivers of mail tell the owners of domains and those whose users complain. Aggregate reports of DMARC (RFC 9990 and
// RFC 7489 appendix C) and reports of single messages (RFC 5965, with the fields of RFC 6591 and RFC 9991).
//
// Reports come by mail from strangers: hostile input. What is wrong in one is a value beside what could be read.
