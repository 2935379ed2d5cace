"""Words that all rooms share: bilingual text, place, rule, finding, period, quantity."""
