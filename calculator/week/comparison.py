"""Say what sets a second week apart from the first."""

from __future__ import annotations

from calculator.data.sentences import count, listed, say
from calculator.week.schema import Week

__all__ = ["difference"]


def _legs(week: Week) -> str:
    """What to call a week by its leg days."""
    days = [day["name"] for day in week["days"] if day["legs"]]
    return say("week.week.legs", days=listed(days)) if days else say("week.week.no-legs")


def _names(first: Week, second: Week) -> tuple[str, str]:
    """What to call the two weeks: by their leg days where those differ."""
    one, two = _legs(first), _legs(second)
    return (say("week.week.first"), say("week.week.second")) if one == two else (one, two)


def _cardio(minutes: int) -> list[str]:
    """How much more (above 0) or less cardio (min) there is; nothing where there is no difference."""
    if not minutes:
        return []
    return [say(f"week.compare.{'more' if minutes > 0 else 'less'}-cardio", minutes=count(abs(minutes), "min"))]


def difference(first: Week, second: Week) -> str:
    """What the second week costs or gives against the first; the one with fewer conflicts comes first."""
    if first["stopped"] or second["stopped"]:
        return say("week.compare.one") if first["stopped"] is not second["stopped"] else second["headline"]
    names = _names(first, second)
    conflicts = len(first["conflicts"]), len(second["conflicts"])
    minutes = first["minutes"], second["minutes"]
    sore = [sum(day["soreness"] or 0 for day in week["days"] if day["minutes"]) for week in (first, second)]
    if conflicts[0] != conflicts[1]:
        better = 0 if conflicts[0] < conflicts[1] else 1
        fewer = say(
            "week.compare.conflicts",
            better=names[better],
            fewer=conflicts[better],
            more=conflicts[1 - better],
            other=names[1 - better],
        )
        return " ".join([fewer, *_cardio(minutes[better] - minutes[1 - better])])
    if sore[0] != sore[1]:
        better = 0 if sore[0] < sore[1] else 1
        return say("week.compare.soreness", better=names[better], other=names[1 - better])
    if minutes[0] != minutes[1]:
        better = 0 if minutes[0] > minutes[1] else 1
        return say(
            "week.compare.minutes",
            minutes=count(minutes[better], "min"),
            better=names[better],
            fewer=minutes[1 - better],
            other=names[1 - better],
        )
    return say("week.compare.same", minutes=count(minutes[0], "min"))
