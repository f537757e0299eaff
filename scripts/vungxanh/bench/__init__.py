"""Floor 7: the benchmarks. Building is compared in pairs, pages are looked at as on a phone."""
