"""Measurements, as ratios within one run: `make bench`. Never timed tests."""
