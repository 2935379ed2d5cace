"""Figures that the project promises, measured: `make bench` prints them, no test asserts them."""
