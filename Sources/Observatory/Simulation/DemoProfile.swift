extension SimulationProfile {
    /// The profile of the demo country: `examples/study/country-demo.yaml`, word for word.
    public static let demoText = """
        # A country for `chaffinch simulate`. It does not exist, and every figure is invented: it shows how a profile is written, and gives tests,
        # training and planning something to work on. docs/simulate.md explains the keys.
        country:
          title: Demo country
          code: XD
          step: 24                      # hours drawn at a time

        channels:
          email:
            spam: 9                     # messages a subscriber and day
            ham: 11
            size: 24000                 # bytes
            campaigns: 3                # new ones a day
            tail: 1.25                  # exponent of the power law of their sizes
            days: 7                     # how long they last
            spread: 0.2                 # how operators differ (coefficient of variation)
            focus: 0.5                  # how unevenly a campaign goes to operators
            hardness: 0.5               # how campaigns differ in being found (log-odds)
            source-kind: network
            sources: 240
            zombies: 0.6                # share of campaigns sent by machines taken over
            forged: 0.5                 # share of claimed origins that are false
            reporting: 0.0005           # share of delivered spam that is reported
            traps: 1500
            classes: {advertising: 34, scam: 22, phishing: 21, malware: 8, adult: 8, gambling: 7}
          sms:
            spam: 0.09
            ham: 1.6
            size: 130
            campaigns: 1.5
            tail: 1.3
            days: 5
            spread: 0.2
            focus: 0.4
            hardness: 0.4
            source-kind: sender-id-issuer
            sources: 120
            forged: 0.3
            reporting: 0.002
            traps: 800
            classes: {scam: 38, phishing: 30, advertising: 20, gambling: 12}
          voice:
            spam: 0.05
            ham: 2.5
            size: 1
            campaigns: 0.8
            tail: 1.4
            days: 10
            spread: 0.25
            focus: 0.4
            hardness: 0.4
            source-kind: operator
            sources: 80
            forged: 0.4
            reporting: 0.003
            traps: 300
            classes: {scam: 60, advertising: 40}
          post:
            spam: 0.03
            ham: 0.8
            size: 400
            campaigns: 1
            tail: 1.4
            days: 4
            spread: 0.3
            focus: 0.6
            hardness: 0.5
            source-kind: network
            sources: 90
            zombies: 0.3
            reporting: 0.001
            classes: {advertising: 50, scam: 30, adult: 20}

        operators:
          # What an operator returns: counts of all it handled, of a sample, or nothing.
          alder-mail: {subscribers: {email: 3100000}, returns: measured, filter: {recall: 0.97, false-positives: 0.0008, accuracy: 0.92, audit: 2000}}
          birch-mail: {subscribers: {email: 1900000}, returns: measured, filter: {recall: 0.95, false-positives: 0.001, accuracy: 0.9, audit: 1500}}
          cedar-net: {subscribers: {email: 1200000}, returns: sampled, sampling: 0.02, filter: {recall: 0.93, false-positives: 0.002, accuracy: 0.88, audit: 1000}}
          douglas-net: {subscribers: {email: 900000}, returns: measured, filter: {recall: 0.94, false-positives: 0.001, accuracy: 0.9, audit: 1000}}
          elm-hosting: {subscribers: {email: 700000}, returns: measured, filter: {recall: 0.96, false-positives: 0.0015, accuracy: 0.9, audit: 800}}
          fir-university: {subscribers: {email: 350000}, returns: measured, filter: {recall: 0.9, false-positives: 0.001, accuracy: 0.85, audit: 800}}
          ginkgo-net: {subscribers: {email: 300000}, returns: sampled, sampling: 0.05, filter: {recall: 0.92, false-positives: 0.002, accuracy: 0.88, audit: 600}}
          hazel-net: {subscribers: {email: 250000}, returns: measured, filter: {recall: 0.93, false-positives: 0.001, accuracy: 0.88, audit: 600}}
          ivy-mail: {subscribers: {email: 800000}, returns: none}
          juniper-mail: {subscribers: {email: 500000}, returns: none}
          larch-net: {subscribers: {email: 250000}, returns: none}
          maple-net: {subscribers: {email: 120000}, returns: none}
          # Mobile networks.
          heron-mobile: {subscribers: {sms: 6200000, voice: 6200000}, returns: measured, filter: {recall: 0.9, false-positives: 0.0005, accuracy: 0.9, audit: 1500}}
          ibis-mobile: {subscribers: {sms: 4800000, voice: 4800000}, returns: measured, filter: {recall: 0.88, false-positives: 0.0005, accuracy: 0.88, audit: 1500}}
          jacana-mobile: {subscribers: {sms: 2500000, voice: 2500000}, returns: sampled, sampling: 0.1, filter: {recall: 0.85, false-positives: 0.001, accuracy: 0.86, audit: 1000}}
          kite-mobile: {subscribers: {sms: 1700000, voice: 1700000}, returns: measured, filter: {recall: 0.86, false-positives: 0.001, accuracy: 0.86, audit: 1000}}
          lark-mobile: {subscribers: {sms: 900000, voice: 900000}, returns: measured, filter: {recall: 0.84, false-positives: 0.001, accuracy: 0.85, audit: 800}}
          merlin-mobile: {subscribers: {sms: 1100000, voice: 1100000}, returns: none}
          # Platforms with comments and reviews.
          agora: {subscribers: {post: 4000000}, returns: measured, filter: {recall: 0.9, false-positives: 0.003, accuracy: 0.9, audit: 1000}}
          bazaar: {subscribers: {post: 2200000}, returns: measured, filter: {recall: 0.85, false-positives: 0.003, accuracy: 0.88, audit: 800}}
          chronicle: {subscribers: {post: 900000}, returns: measured, filter: {recall: 0.88, false-positives: 0.002, accuracy: 0.9, audit: 800}}
          forum-east: {subscribers: {post: 500000}, returns: sampled, sampling: 0.2, filter: {recall: 0.8, false-positives: 0.004, accuracy: 0.85, audit: 600}}
          forum-west: {subscribers: {post: 600000}, returns: none}

        # Where spam comes from.
        origins: {XD: 10, XA: 24, XB: 18, XC: 14, XE: 11, XF: 8, XG: 6, XH: 5, XI: 4}

        languages: {en: 46, fr: 22, ar: 14, es: 8, ru: 6, zh: 4}

        # Who carries spam in between; the rest comes directly. Routes of those that confirm nothing are only claimed.
        carriers:
          transit-one: {country: XA, share: 0.18, confirms: true}
          transit-two: {country: XB, share: 0.12, confirms: true}
          transit-three: {country: XC, share: 0.08, confirms: true}
          grey-one: {country: XE, share: 0.12, confirms: false}
          grey-two: {country: XF, share: 0.06, confirms: false}

        # Monday first; hours in UTC.
        weekdays: [1.1, 1.15, 1.15, 1.1, 1.05, 0.75, 0.7]
        hours: [0.5, 0.4, 0.35, 0.35, 0.4, 0.6, 0.8, 1.1, 1.4, 1.5, 1.5, 1.45, 1.3, 1.3, 1.35, 1.35, 1.3, 1.2, 1.2, 1.2, 1.1, 1.0, 0.8, 0.6]

        events:
          election: {from: 2026-09-07, to: 2026-09-20, spam: 2.2, classes: [scam, phishing], channels: [sms, voice, post]}
          summer-holiday: {from: 2026-08-01, to: 2026-08-16, ham: 0.8}
          end-of-year-sales: {from: 2026-11-20, to: 2026-12-24, spam: 1.5, ham: 1.2, classes: [advertising, phishing]}

        """
}
