"""Say in one sentence what sets a second week apart from the first."""

from __future__ import annotations

from calculator.week.schema import Week

__all__ = ["difference"]


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


def _legs(week: Week) -> str:
    """The leg days of a week in words."""
    days = [day["name"] for day in week["days"] if day["legs"]]
    return f"legs on {' and '.join(days)}" if days else "no legs"


def _which(first: Week, second: Week) -> tuple[str, str]:
    """What to call the two weeks: by their leg days where those differ."""
    days, other_days = _legs(first), _legs(second)
    return (
        ("the first week", "the second week")
        if days == other_days
        else (f"the week with {days}", f"the week with {other_days}")
    )


def difference(first: Week, second: Week) -> str:
    """What the second week costs or gives against the first, in one sentence; the one with fewer conflicts comes first."""
    if first["stopped"] or second["stopped"]:
        return (
            "One of the two weeks cannot be planned."
            if first["stopped"] is not second["stopped"]
            else second["headline"]
        )
    names = _which(first, second)
    clashes = len(first["conflicts"]), len(second["conflicts"])
    minutes = first["minutes"], second["minutes"]
    sore = [sum(day["soreness"] or 0 for day in week["days"] if day["minutes"]) for week in (first, second)]
    if clashes[0] != clashes[1]:
        better = 0 if clashes[0] < clashes[1] else 1
        text = (
            f"{names[better]} fits better: it has {_count(clashes[better], 'conflict', 'conflicts')}, "
            f"and {names[1 - better]} has {clashes[1 - better]}"
        )
        costs = minutes[better] - minutes[1 - better]
        text += f", with {abs(costs)} min {'more' if costs > 0 else 'less'} cardio." if costs else "."
    elif sore[0] != sore[1]:
        better = 0 if sore[0] < sore[1] else 1
        text = f"{names[better]} suits your legs better: they are less sore on the days with cardio."
    elif minutes[0] != minutes[1]:
        better = 0 if minutes[0] > minutes[1] else 1
        text = (
            f"{names[better]} leaves {minutes[better]} min for cardio, and {names[1 - better]} {minutes[1 - better]}."
        )
    else:
        text = (
            f"both weeks hold {minutes[0]} min of cardio and suit your legs alike: take the one that you like better."
        )
    return text[0].upper() + text[1:]
