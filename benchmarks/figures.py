"""How a figure and its bar are printed."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(name: str, value: float, unit: str, bar: float, *, at_most: bool = True) -> bool:
    holds = value <= bar if at_most else value >= bar
    sign = "<=" if at_most else ">="
    print(f"{'ok ' if holds else 'NO '} {name}: {value:g} {unit} (bar {sign} {bar:g})", flush=True)
    return holds
