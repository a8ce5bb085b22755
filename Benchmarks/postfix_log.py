#!/usr/bin/env python3
"""Writes a log of Postfix as a busy server's would be: postfix_log.py FILE MEGABYTES [SEED]. The same seed gives the same bytes.

A third of what comes is mail that is delivered, most of the rest is refused at the door; sessions of many clients are mixed."""
import random
import sys

DAYS = 30


def stamp(second):
    day, rest = divmod(int(second), 86400)
    return f"Nov {1 + day % 30:2} {rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = ["alpha", "bravo", "delta", "echo", "golf", "hotel", "india", "kilo", "lima", "mike", "oscar", "papa", "romeo", "sierra"]
        self.clients = [self.client() for _ in range(50_000)]
        self.count = 0

    def client(self):
        r = self.random
        # A few networks send most of it. TEST-NET-1 to -3 (RFC 5737) and 2001:db8::/32 are what examples may use.
        if r.random() < 0.05:
            return f"mail{r.randrange(99)}.example.net", f"2001:db8:{r.randrange(65536):x}::{r.randrange(65536):x}"
        block = r.choice(["192.0.2", "198.51.100", "203.0.113"])
        name = "unknown" if r.random() < 0.5 else f"{r.choice(self.names)}-{r.randrange(9999)}.dynamic.example.net"
        return name, f"{block}.{r.randrange(1, 255)}"

    def mailbox(self, domain):
        r = self.random
        return f"{r.choice(self.names)}.{r.choice(self.names)}{r.randrange(100)}@{r.choice(self.names)}.{domain}"

    def identifier(self):
        self.count += 1
        return f"{(self.count * 2654435761) % (1 << 40):010X}"

    def delivered(self, second, outgoing):
        r, q = self.random, self.identifier()
        name, address = r.choice(self.clients)
        pid, size = r.randrange(1000, 32000), int(r.lognormvariate(9, 1.4)) + 800
        sender, recipients = self.mailbox("example.org"), [self.mailbox("example.com") for _ in range(1 if r.random() < 0.9 else 3)]
        yield second, f"postfix/smtpd[{pid}]: connect from {name}[{address}]"
        auth = f", sasl_method=PLAIN, sasl_username={sender}" if outgoing else ""
        yield second + 0.1, f"postfix/smtpd[{pid}]: {q}: client={name}[{address}]{auth}"
        yield second + 0.2, f"postfix/cleanup[{pid + 1}]: {q}: message-id=<{r.getrandbits(80):020x}@{r.choice(self.names)}.example.org>"
        yield second + 0.4, f"postfix/qmgr[812]: {q}: from=<{sender}>, size={size}, nrcpt={len(recipients)} (queue active)"
        yield second + 0.5, f"postfix/smtpd[{pid}]: disconnect from {name}[{address}] ehlo=2 starttls=1 mail=1 rcpt={len(recipients)} data=1 quit=1 commands={6 + len(recipients)}"
        delay = r.expovariate(1) + 0.3
        for recipient in recipients:
            if outgoing:
                fate = r.random()
                relay = f"mx.{recipient.split('@')[1]}[198.51.100.{r.randrange(1, 255)}]:25"
                if fate < 0.04:
                    yield second + delay, f"postfix/smtp[{pid + 2}]: {q}: to=<{recipient}>, relay={relay}, delay={delay:.2g}, delays=0.1/0.01/0.5/0.2, dsn=4.2.0, status=deferred (host {relay[:-3]} said: 450 4.2.0 <{recipient}>: Recipient address rejected: Greylisted (in reply to RCPT TO command))"
                    delay += 300
                if fate > 0.97:
                    yield second + delay, f"postfix/smtp[{pid + 2}]: {q}: to=<{recipient}>, relay={relay}, delay={delay:.2g}, delays=0.1/0.01/0.5/0.2, dsn=5.1.1, status=bounced (host {relay[:-3]} said: 550 5.1.1 <{recipient}>: Recipient address rejected: User unknown (in reply to RCPT TO command))"
                else:
                    yield second + delay, f"postfix/smtp[{pid + 2}]: {q}: to=<{recipient}>, relay={relay}, delay={delay:.2g}, delays=0.1/0.01/0.5/0.2, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as {self.identifier()})"
            else:
                yield second + delay, f"postfix/lmtp[{pid + 2}]: {q}: to=<{recipient}>, relay=mx1.example.com[private/dovecot-lmtp], delay={delay:.2g}, delays=0.3/0.02/0.01/0.1, dsn=2.0.0, status=sent (250 2.0.0 <{recipient}> {r.getrandbits(64):016x} Saved)"
        yield second + delay + 0.1, f"postfix/qmgr[812]: {q}: removed"

    def refused(self, second):
        r = self.random
        name, address = r.choice(self.clients)
        pid, sender, recipient, fate = r.randrange(1000, 32000), self.mailbox("example.net"), self.mailbox("example.com"), r.random()
        yield second, f"postfix/smtpd[{pid}]: connect from {name}[{address}]"
        if fate < 0.5:
            why = f"554 5.7.1 Service unavailable; Client host [{address}] blocked using bl.example.net; Listed, see https://bl.example.net/query/{address}"
        elif fate < 0.7:
            why = f"550 5.1.1 <{recipient}>: Recipient address rejected: User unknown in virtual mailbox table"
        elif fate < 0.85:
            why = f"450 4.7.25 Client host rejected: cannot find your hostname, [{address}]"
        elif fate < 0.95:
            why = f"450 4.2.0 <{recipient}>: Recipient address rejected: Greylisted, try again in 300 seconds"
        else:
            why = f"450 4.1.8 <{sender}>: Sender address rejected: Domain not found"
        yield second + 0.3, f"postfix/smtpd[{pid}]: NOQUEUE: reject: RCPT from {name}[{address}]: {why}; from=<{sender}> to=<{recipient}> proto=ESMTP helo=<{name}>"
        yield second + 0.5, f"postfix/smtpd[{pid}]: disconnect from {name}[{address}] ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4"

    def filtered(self, second):
        r, q = self.random, self.identifier()
        name, address = r.choice(self.clients)
        pid, sender, recipient = r.randrange(1000, 32000), self.mailbox("example.net"), self.mailbox("example.com")
        yield second, f"postfix/smtpd[{pid}]: connect from {name}[{address}]"
        yield second + 0.1, f"postfix/smtpd[{pid}]: {q}: client={name}[{address}]"
        yield second + 0.2, f"postfix/cleanup[{pid + 1}]: {q}: message-id=<{r.getrandbits(80):020x}@example.net>"
        yield second + 0.6, f"postfix/cleanup[{pid + 1}]: {q}: milter-reject: END-OF-MESSAGE from {name}[{address}]: 5.7.1 Spam message rejected; from=<{sender}> to=<{recipient}> proto=ESMTP helo=<{name}>"
        yield second + 0.8, f"postfix/smtpd[{pid}]: disconnect from {name}[{address}] ehlo=1 mail=1 rcpt=1 data=0/1 quit=1 commands=4/5"

    def minute(self, start, sessions):
        lines = []
        for _ in range(sessions):
            second, fate = start + self.random.random() * 60, self.random.random()
            if fate < 0.25:
                lines.extend(self.delivered(second, False))
            elif fate < 0.35:
                lines.extend(self.delivered(second, True))
            elif fate < 0.42:
                lines.extend(self.filtered(second))
            else:
                lines.extend(self.refused(second))
        lines.sort(key=lambda line: line[0])
        return lines


def write(path, megabytes, seed=1):
    writer, size, wanted, late = Writer(seed), 0, megabytes << 20, []
    # So many sessions a minute that the log covers its days, whatever its size.
    sessions = max(1, round(wanted / (DAYS * 1440) / 560))
    with open(path, "w", buffering=1 << 20) as file:
        for number in range(DAYS * 1440):
            start = number * 60
            lines = late + writer.minute(start, sessions)
            lines.sort(key=lambda line: line[0])
            late = [line for line in lines if line[0] >= start + 60]
            text = "".join(f"{stamp(second)} mx1 {words}\n" for second, words in lines if second < start + 60)
            file.write(text)
            size += len(text)
            if size >= wanted:
                break
    return size


if __name__ == "__main__":
    print(write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1))
