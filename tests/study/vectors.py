"""Reviews as the published scheduler has them (py-fsrs, FSRS 6): `python vectors.py` prints `tests/vectors/fsrs.json`.

Each history is a list of reviews: the grade (1 to 4) and the days since the review before it, and what the scheduler says
after it: state, step, stability, difficulty, and the interval in minutes.
"""

import itertools
import json
import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

SCHEDULER = Scheduler(enable_fuzzing=False)


def history(grades_and_days):
    card, now, reviews = Card(), datetime(2026, 1, 1, tzinfo=timezone.utc), []
    for grade, days in grades_and_days:
        # Some minutes more: part of a day is no day.
        now += timedelta(days=days, minutes=7)
        card, _ = SCHEDULER.review_card(card, Rating(grade), now)
        minutes = (card.due - now).total_seconds() / 60
        reviews.append(
            {
                "grade": grade,
                "days": days,
                "state": card.state.name.lower(),
                "step": card.step or 0,
                "stability": round(card.stability, 8),
                "difficulty": round(card.difficulty, 8),
                "minutes": minutes,
            }
        )
    return reviews


def histories():
    # Every beginning of three grades, on one day and on three.
    for days in (0, 1, 5):
        for grades in itertools.product((1, 2, 3, 4), repeat=3):
            yield history([(grade, days if at else 0) for at, grade in enumerate(grades)])
    # Long ones, early, on time and late.
    chance = random.Random(6)
    for _ in range(40):
        yield history([(chance.choice((1, 2, 3, 3, 3, 4)), chance.choice((0, 0, 1, 2, 8, 30, 365, 2000))) for _ in range(12)])


if __name__ == "__main__":
    rows = ",\n".join(json.dumps(reviews, separators=(",", ":")) for reviews in histories())
    print(f"[\n{rows}\n]")
