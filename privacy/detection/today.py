"""The day by which ages are counted: that of China, whose numbers and birthdays these are."""

from datetime import date, datetime

from rules.windows import SHANGHAI


def today_in_china() -> date:
    """The day it is there now; eight hours a day it is not the day of UTC."""
    return datetime.now(SHANGHAI).date()
