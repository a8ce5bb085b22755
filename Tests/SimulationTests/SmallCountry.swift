import Simulation
import Testing

/// A country that is simulated in no time: one channel, six operators, four of which return something.
let smallCountry = """
    country: {title: Small, code: XS}
    channels:
      email:
        spam: 4
        ham: 6
        campaigns: 1
        tail: 1.5
        days: 4
        spread: 0.2
        focus: 0.4
        sources: 30
        zombies: 0.5
        forged: 0.5
        reporting: 0.01
        traps: 50
        classes: {advertising: 5, scam: 3, phishing: 2}
    operators:
      ash: {subscribers: {email: 40000}, returns: measured, filter: {recall: 0.95, false-positives: 0.002, audit: 1000}}
      beech: {subscribers: {email: 30000}, returns: sampled, sampling: 0.2, filter: {recall: 0.9, false-positives: 0.001, audit: 1000}}
      elder: {subscribers: {email: 20000}, returns: measured, filter: {recall: 0.9, false-positives: 0.001, audit: 500}}
      hawthorn: {subscribers: {email: 15000}, returns: measured, filter: {recall: 0.85, false-positives: 0.003, audit: 500}}
      oak: {subscribers: {email: 10000}, returns: none, filter: {recall: 0.91, false-positives: 0.001}}
      rowan: {subscribers: {email: 20000}, returns: none, filter: {recall: 0.91, false-positives: 0.001}}
    origins: {XA: 3, XB: 2, XC: 1}
    languages: {en: 3, fr: 1}
    carriers:
      honest: {country: XA, share: 0.3, confirms: true}
      grey: {country: XB, share: 0.3, confirms: false}
    """

func smallProfile() throws -> SimulationProfile { try SimulationProfile.read(smallCountry, path: "small.yaml") }
