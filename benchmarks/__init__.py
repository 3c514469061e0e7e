"""What we claim, re-runnable: `make bench`. Each prints its figures and whether the bar holds."""
