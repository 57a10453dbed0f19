"""Every number of the advice: value, unit, meaning, sources. Numbers have no other home."""

from __future__ import annotations

from typing import NamedTuple

from calculator.data import sources as src
from calculator.model import Parameter, Source
from calculator.scales import Goal, Intensity, LegSessionEffort

__all__ = ["ALL", "EASING", "LENGTHS", "Span"]


class Span(NamedTuple):
    """A range of the guidance, both ends included: its unit, what it means, and where it comes from."""

    low: float
    high: float
    unit: str
    meaning: str
    sources: tuple[Source, ...] = ()

    def __str__(self) -> str:
        """The range with its unit, as a reader reads it."""
        return f"{self.low:g}\N{EN DASH}{self.high:g}{'' if self.unit == '%' else ' '}{self.unit}".rstrip()


_P = Parameter
_JUDGED = (src.PROJECT_JUDGEMENT,)

# Readiness: a planning estimate, fitted to no data. Change a constant only together with a fresh run over every case.
FATIGUE_LIGHT = _P(20, "points", "fatigue straight after a light leg session", _JUDGED)
FATIGUE_MODERATE = _P(40, "points", "fatigue straight after a moderate leg session", _JUDGED)
FATIGUE_HARD = _P(60, "points", "fatigue straight after a hard leg session", _JUDGED)
FATIGUE_VERY_HARD = _P(75, "points", "fatigue straight after a very hard leg session", _JUDGED)
RETURN_FACTOR = _P(1.2, "times", "more fatigue after a break of weeks", (src.DOMA_2017, src.HYLDAHL_2017))
FIRST_TIME_FACTOR = _P(1.4, "times", "more fatigue from a first session", (src.DOMA_2015, src.CLEARY_2002))
ECCENTRIC_LOW = _P(-5, "points", "less fatigue with little braking work", (src.CHEUNG_2003,))
ECCENTRIC_HIGH = _P(10, "points", "more fatigue with much braking work", (src.CHEUNG_2003,))
FATIGUE_FLOOR = _P(5, "points", "the least fatigue that a leg session leaves", _JUDGED)
FATIGUE_CEILING = _P(95, "points", "the most fatigue that a leg session leaves", _JUDGED)
HALF_LIFE_LIGHT = _P(12, "h", "time in which half of a light session's fatigue goes", (src.MORAN_NAVARRO_2017,))
HALF_LIFE_MODERATE = _P(18, "h", "time in which half of a moderate session's fatigue goes", (src.MORAN_NAVARRO_2017,))
HALF_LIFE_HARD = _P(30, "h", "time in which half of a hard session's fatigue goes", (src.MORAN_NAVARRO_2017,))
HALF_LIFE_VERY_HARD = _P(36, "h", "time in which half of a very hard session's fatigue goes", (src.MORAN_NAVARRO_2017,))
NOVICE_FACTOR = _P(1.25, "times", "slower recovery of a beginner", (src.DOMA_2017,))
ADVANCED_FACTOR = _P(0.85, "times", "the recovery time of a long-trained lifter", (src.DOMA_2017,))
OLDER_FACTOR = _P(1.15, "times", "slower recovery from sixty on, a caution", _JUDGED)
SLOWER_RECOVERY_AGE = _P(60, "years", "age from which recovery is planned slower", _JUDGED)
LEG_DAY_OVER = _P(168, "h", "time after which a leg session counts no more", _JUDGED)
SHORT_SLEEP = _P(6, "h", "less sleep than this is a sign of too little rest", (src.MEEUSEN_2013,))
SHORT_SLEEP_POINTS = _P(5, "points", "readiness that a short night costs", _JUDGED)
RAISED_RESTING_HR = _P(
    5, "bpm", "a resting heart rate this far above the usual is a sign of too little rest", (src.MEEUSEN_2013,)
)
RESTING_HR_ABOVE = _P(
    10, "bpm", "a resting heart rate further above the usual than this leaves light work only", _JUDGED
)
RESTING_HR_FAR_ABOVE = _P(20, "bpm", "a resting heart rate this far above the usual stops training", _JUDGED)
RESTING_HR_STOP = _P(100, "bpm", "a resting heart rate from which there is no training", _JUDGED)
HARD_DAYS = _P(3, "days", "this many hard days in a row are a sign of too little rest", (src.MEEUSEN_2013,))
STRAIN_SIGNS = _P(3, "signs", "this many signs of too little rest call for an easy day", (src.MEEUSEN_2013,))
STRAIN_SIGNS_SOME = _P(2, "signs", "this many signs of too little rest hold the day back a little", _JUDGED)
STRAIN_SOME_MINUTES = _P(45, "min", "the longest session with two signs of too little rest", _JUDGED)
VERY_SHORT_SLEEP = _P(3, "h", "a night this short counts as two signs of too little rest", _JUDGED)
MANY_HARD_DAYS = _P(7, "days", "this many hard days in a row count as two signs of too little rest", _JUDGED)
CHANGED_WALK_MINUTES = _P(
    45, "min", "the longest session on very sore legs, or while soreness changes the walk", _JUDGED
)
VERY_SORE_MINUTES = _P(20, "min", "the longest gentle part when something new left you very sore", _JUDGED)
REFERRAL_MINUTES = _P(20, "min", "the longest light part before a doctor has looked, or on a day of rest", _JUDGED)
STRAIN_MINUTES = _P(30, "min", "the longest session with several signs of too little rest", _JUDGED)
STRAIN_POINTS = _P(10, "points", "readiness that several signs of too little rest cost", _JUDGED)
SORENESS_FREE = _P(1, "of 10", "soreness up to this costs no readiness", _JUDGED)
SORENESS_POINTS = _P(10, "points", "readiness that each further step of soreness costs", _JUDGED)
CHANGED_WALK_READINESS = _P(35, "points", "the most readiness that a changed walk allows", _JUDGED)
SPENT = _P(30, "of 100", "readiness below this leaves rest or a gentle walk", _JUDGED)
READY_MODERATE = _P(70, "of 100", "readiness from which moderate impact opens", (src.DOMA_2017, src.MORAN_NAVARRO_2017))
READY_HIGH = _P(88, "of 100", "readiness from which high impact opens", (src.DOMA_2017, src.MORAN_NAVARRO_2017))
NOTABLE_POINTS = _P(5, "points", "a loss of readiness that is worth a word", _JUDGED)

# Soreness
SORENESS_CAP = _P(3, "of 10", "soreness from which high impact closes", _JUDGED)
SORENESS_LOW_ONLY = _P(5, "of 10", "soreness from which moderate impact closes", _JUDGED)
SORENESS_NONE = _P(7, "of 10", "soreness from which only easy walking and cardio without impact remain", _JUDGED)
SORENESS_FRESH = _P(2, "of 10", "the most soreness with which intervals are offered", _JUDGED)
SORENESS_SPRINT = _P(1, "of 10", "the most soreness with which sprints and jumps are offered", _JUDGED)
SORENESS_LASTING = _P(4, "of 10", "soreness that should not still be there after days", (src.NHS_INFORM_2024,))
LASTING_HOURS = _P(120, "h", "time after which such soreness wants a doctor's look", (src.NHS_INFORM_2024,))
LASTING_HOURS_EASING = _P(168, "h", "time after which even soreness that eases wants a doctor's look", _JUDGED)
GROWING_HOURS = _P(72, "h", "time after which soreness that grows wants a doctor's look", (src.NHS_INFORM_2024,))
SORENESS_PEAK = Span(
    24, 72, "h", "the time after the session in which soreness usually peaks", (src.HERBERT_2011, src.TUFANO_2012)
)
MAY_STILL_RISE = _P(48, "h", "before this soreness may still rise", (src.HERBERT_2011, src.TUFANO_2012))
EASING_24 = _P(2.9, "of 10", "mean soreness a day after sixty braking actions", (src.TUFANO_2012,))
EASING_48 = _P(2.6, "of 10", "mean soreness two days after", (src.TUFANO_2012,))
EASING_72 = _P(2.0, "of 10", "mean soreness three days after", (src.TUFANO_2012,))
EASING_96 = _P(1.1, "of 10", "mean soreness four days after", (src.TUFANO_2012,))
EASING_120 = _P(0.5, "of 10", "soreness assumed five days after", _JUDGED)
EASING_168 = _P(0.1, "of 10", "soreness assumed a week after", _JUDGED)
EASING: tuple[tuple[int, float], ...] = (
    (24, EASING_24.value),
    (48, EASING_48.value),
    (72, EASING_72.value),
    (96, EASING_96.value),
    (120, EASING_120.value),
    (168, EASING_168.value),
)

# Hours after the leg session
SAME_DAY_SHORT = _P(3, "h", "before this only a short add-on", (src.SCHUMANN_2022, src.LEE_2020))
SAME_DAY = _P(6, "h", "before this no impact beyond a walk", (src.ROBINEAU_2016,))
BIKE_INTERVALS = _P(
    6, "h", "trained cyclists wait this long for bike intervals after moderate legs", (src.ROBINEAU_2016, src.LEE_2020)
)
SAME_DAY_LATER_MINUTES = _P(30, "min", "the longest add-on a few hours after the session", _JUDGED)
SAME_DAY_MINUTES = _P(25, "min", "the longest add-on straight after the session", _JUDGED)
NEW_LEGS_LOW = _P(48, "h", "unaccustomed legs keep to low impact before this", (src.DOMA_2017, src.DOMA_2015))
NEW_LEGS_MODERATE = _P(72, "h", "unaccustomed legs keep from high impact before this", (src.DOMA_2017, src.DOMA_2015))
QUALITY_RUN = _P(48, "h", "a tempo or race-pace run waits this long", (src.DOMA_2017, src.DOMA_2013, src.BURT_2023))
QUALITY_RUN_NEW = _P(
    72, "h", "after novel work or work to failure it waits this long", (src.DOMA_2017, src.MORAN_NAVARRO_2017)
)
SPRINT_WAIT_LIGHT = _P(24, "h", "sprints wait this long after a light session", _JUDGED)
SPRINT_WAIT = _P(48, "h", "sprints wait this long after a harder session", _JUDGED)
EASY_RUN = _P(
    20,
    "h",
    "an easy run of the accustomed waits this long after a hard session",
    (src.RUNNING_AFTER_STRENGTH_2022, src.BURT_2023, src.PROJECT_JUDGEMENT),
)
EASY_RUN_VERY_HARD = _P(24, "h", "and this long after a very hard session", _JUDGED)
EASY_RUN_SORENESS = _P(3, "of 10", "the most soreness with which the accustomed run easily", _JUDGED)
EASY_RUN_MINUTES = _P(40, "min", "the longest easy run of the accustomed on tired legs", _JUDGED)
EASY_RUN_PRICE = Span(5, 10, "%", "more effort that the same run costs on tired legs", (src.DOMA_2017_REVIEW,))
DRILLS_WAIT_LIGHT = _P(18, "h", "practice and drills wait this long after a light session", _JUDGED)
JUMP_WAIT_LIGHT = _P(48, "h", "jumps and cuts wait this long after a light session", _JUDGED)
JUMP_WAIT = _P(72, "h", "jumps and cuts wait this long after a harder session", _JUDGED)
NEW_CLASS_WAIT = _P(72, "h", "a first hard class waits this long", (src.BROGAN_2017, src.MASUDA_2023))
MUSCLE_GOAL_LOW = _P(
    48, "h", "with a strength goal, low impact and moderate effort before this", (src.PETRE_2021, src.SCHUMANN_2022)
)
MUSCLE_GOAL_MODERATE = _P(72, "h", "with a strength goal, no high impact before this", _JUDGED)

# What comes next
NEXT_LEGS = _P(24, "h", "a hard leg session this near limits today", (src.SPORER_2003,))
NEXT_LEGS_SOON = _P(8, "h", "before a leg session this near cardio stays light", (src.SPORER_2003,))
NEXT_LEGS_MINUTES = _P(30, "min", "the longest session before a near leg session", _JUDGED)
NEXT_LEGS_PREFERRED = _P(48, "h", "before this no high impact ahead of a leg session", (src.MORAN_NAVARRO_2017,))
EVENT = _P(24, "h", "a match, race or hard session this near leaves light work only", _JUDGED)
EVENT_MINUTES = _P(25, "min", "the longest session the day before a match, race or hard session", _JUDGED)
EVENT_NOW = _P(3, "h", "a match, race or hard session this near leaves little more than its warm-up", _JUDGED)
EVENT_NOW_MINUTES = _P(10, "min", "the longest session hours before a match, race or hard session", _JUDGED)
EVENT_SOON = _P(48, "h", "a match, race or hard session this near holds work at moderate", _JUDGED)
EVENT_SOON_MINUTES = _P(45, "min", "the longest session two days before a match, race or hard session", _JUDGED)
EVENT_MAX = _P(1008, "h", "an event further away than this changes nothing (six weeks)", _JUDGED)
TAPER_LONG = _P(240, "h", "before a long race sessions grow shorter from here (10 days)", _JUDGED)
TAPER_SHORT = _P(96, "h", "before a short race, match or test sessions grow shorter from here (4 days)", _JUDGED)
TAPER_EARLY = _P(336, "h", "before a long race the longest sessions end here (14 days)", _JUDGED)
TAPER_EARLY_SHARE = _P(0.75, "times", "share of the longest session from 14 days before a long race", _JUDGED)
TAPER_SHARE = _P(0.5, "times", "share of the longest session once the taper has begun", _JUDGED)
TAPER_LAST = _P(72, "h", "from here before an event only short sessions, nothing hard but strides", _JUDGED)
TAPER_LAST_MINUTES = _P(
    60, "min", "the longest session from 72 h before an event, warm-up and cool-down included", _JUDGED
)
RACE_WEEK = _P(168, "h", "from here before a long race nothing new, no jumps and no sprints", _JUDGED)
LEGS_BEFORE_LONG_RACE = Span(7, 10, "days", "the last hard leg session before a long race", _JUDGED)
LEGS_LIGHT_BEFORE_LONG_RACE = _P(5, "days", "before a long race legs are light only from here", _JUDGED)
LEGS_BEFORE_SHORT_RACE = _P(4, "days", "the last hard leg session before a short race, match or test", _JUDGED)
SHAKE_OUT_MINUTES = _P(30, "min", "the longest shake-out the day before an event", _JUDGED)
LEGS_BEFORE_MATCH = Span(48, 72, "h", "the gap to leave between lifting legs and a match", (src.DOMA_2017_REVIEW,))

# Dose
SHORTEST_MAIN = _P(5, "min", "the shortest session that is ever offered", _JUDGED)
WARM_UP = _P(5, "min", "the warm-up", (src.ACSM_2011,))
WARM_UP_SORE = _P(10, "min", "the warm-up of sore legs, and before hard work", _JUDGED)
COOL_DOWN = _P(5, "min", "the cool-down", (src.VAN_HOOREN_2018,))
WARM_UP_SPAN = Span(5, 10, "min", "the range of warm-up and cool-down", (src.ACSM_2011,))
ROOM_FOR_WARM_UP = _P(15, "min", "less time than this leaves no room to warm up for more than light work", _JUDGED)
ROOM_FOR_INTERVALS = _P(30, "min", "less time than this leaves no room for intervals", _JUDGED)
LONG_SESSION = _P(60, "min", "a session beyond this is long", _JUDGED)
SOME_RUNNER_MINUTES = _P(45, "min", "the longest run or hike of somebody who runs a little", _JUDGED)
TIRED_IMPACT_MINUTES = _P(30, "min", "the longest session with impact on tired legs", _JUDGED)
LONG_READINESS = _P(80, "of 100", "readiness from which a long session may have impact", _JUDGED)
HARD_MINUTES = _P(30, "min", "the longest hard session below full readiness", _JUDGED)
HARD_MINUTES_FRESH = _P(45, "min", "the longest hard session on fresh legs", _JUDGED)
HARD_STEADY_MINUTES = _P(20, "min", "the longest hard session without rests in it", _JUDGED)
LOW_FUEL_MINUTES = _P(
    60, "min", "the longest session when fasted or low on carbohydrate", (src.HAFF_2000, src.KERKSICK_2017)
)
COLD_MINUTES = _P(30, "min", "the longest session with a head cold", (src.FEVER_PAGES,))
NEEDS_CLEARANCE_MINUTES = _P(20, "min", "the longest walk before a doctor has cleared you", _JUDGED)
SHORT_END = _P(0.8, "times", "the short end of a session against its long end", _JUDGED)
LENGTHS: dict[str, tuple[Span, Span, Span, Span]] = {
    "general": (
        Span(0, 20, "min", "general health or recovery, very tired legs", _JUDGED),
        Span(15, 30, "min", "general health or recovery, tired legs", _JUDGED),
        Span(20, 45, "min", "general health or recovery, nearly ready legs", _JUDGED),
        Span(20, 60, "min", "general health or recovery, ready legs", _JUDGED),
    ),
    "fat_loss": (
        Span(0, 20, "min", "fat loss, very tired legs", _JUDGED),
        Span(20, 40, "min", "fat loss, tired legs", _JUDGED),
        Span(20, 45, "min", "fat loss, nearly ready legs", _JUDGED),
        Span(20, 60, "min", "fat loss, ready legs", _JUDGED),
    ),
    "strength": (
        Span(0, 15, "min", "strength or power, very tired legs", _JUDGED),
        Span(10, 30, "min", "strength or power, tired legs", _JUDGED),
        Span(15, 30, "min", "strength or power, nearly ready legs", _JUDGED),
        Span(15, 40, "min", "strength or power, ready legs", _JUDGED),
    ),
    "endurance": (
        Span(0, 30, "min", "endurance, very tired legs", _JUDGED),
        Span(20, 60, "min", "endurance, tired legs", _JUDGED),
        Span(30, 75, "min", "endurance, nearly ready legs", _JUDGED),
        Span(30, 150, "min", "endurance, ready legs", _JUDGED),
    ),
}
LENGTH_TRAINED = _P(180, "min", "the longest endurance session of trained readers on ready legs", _JUDGED)
LENGTH_GROUP: dict[Goal, str] = {
    Goal.RECOVERY: "general",
    Goal.GENERAL_HEALTH: "general",
    Goal.FAT_LOSS: "fat_loss",
    Goal.MUSCLE_STRENGTH: "strength",
    Goal.SPEED_POWER: "strength",
    Goal.AEROBIC_ENDURANCE: "endurance",
}
WEEK_MODERATE = Span(150, 300, "min", "moderate activity a week for adults", (src.BULL_2020,))
WEEK_VIGOROUS = Span(75, 150, "min", "or hard activity a week for adults", (src.BULL_2020,))

# A planned week
LIFTING_HOURS = _P(1, "h", "length assumed for a lifting session in a planned week", _JUDGED)
LEGS_AFTER_KEY = _P(
    6, "h", "a leg session that is moved waits this long after a hard session", (src.ROBINEAU_2016, src.SCHUMANN_2022)
)
WEEK_STRENGTH = Span(60, 90, "min", "cardio a week that serves a strength or power goal", (src.WILSON_2012, *_JUDGED))
WEEK_ENDURANCE = Span(150, 240, "min", "cardio a week for endurance, without and with a habit of training", _JUDGED)
WEEK_LIGHT_SHARE = _P(0.5, "times", "what a light minute counts towards enough cardio in a planned week", _JUDGED)
WEEK_REST_DAYS = _P(1, "days", "days without cardio in a planned week where the reader names none", _JUDGED)
WEEK_REST_DAYS_MANY_LEGS = _P(2, "days", "and where hard leg days are many", _JUDGED)
WEEK_REST_DAYS_MOST = _P(3, "days", "the most such days that a reader can ask for", _JUDGED)
WEEK_MANY_LEG_DAYS = _P(3, "days", "from this many hard leg days a week one more day of rest", _JUDGED)
WEEK_HARD_LEG_DAYS = _P(4, "days", "this many hard leg days a week are a conflict of their own", _JUDGED)
WEEK_HARD_SESSIONS = _P(2, "sessions", "the most hard cardio sessions in a planned week, events among them", _JUDGED)
WEEK_HARD_SESSIONS_TAPER = _P(1, "session", "and in the two weeks before an event", _JUDGED)
WEEK_MORE_DAYS = _P(1, "days", "days of cardio that a plan adds to the habit at most", _JUDGED)
WEEK_SHORTEST = _P(20, "min", "a session that only fills up the week is not cut below this", _JUDGED)
WEEK_TAPER_SHARE = _P(0.75, "times", "share of the week's cardio in the second week before an event", _JUDGED)
WEEK_TAPER_SHARE_LAST = _P(0.5, "times", "share of the week's cardio in the last week before an event", _JUDGED)
LEGS_APART = _P(48, "h", "a leg session that is moved stays this far from other legs", (src.MORAN_NAVARRO_2017,))
WEEK_LONG_RACE = _P(
    60, "min", "an event of at least this many minutes on foot, water or wheels is a long race", _JUDGED
)
WEEK_SORENESS = _P(4, "of 10", "soreness assumed a day after a hard leg session in a planned week", _JUDGED)
SORENESS_LIGHT = _P(0.25, "times", "soreness expected after light legs, against hard ones", _JUDGED)
SORENESS_MODERATE = _P(0.5, "times", "soreness expected after moderate legs, against hard ones", _JUDGED)
SORENESS_VERY_HARD = _P(1.5, "times", "soreness expected after very a hard leg session, against hard ones", _JUDGED)
SORENESS_SHARE: dict[LegSessionEffort, float] = {
    LegSessionEffort.LIGHT: SORENESS_LIGHT.value,
    LegSessionEffort.MODERATE: SORENESS_MODERATE.value,
    LegSessionEffort.HARD: 1.0,
    LegSessionEffort.VERY_HARD: SORENESS_VERY_HARD.value,
}

# Habits and health
CARDIO_DAYS_REGULAR = _P(3, "days", "days of cardio a week assumed of a regular runner", _JUDGED)
CARDIO_DAYS_SOME = _P(1, "days", "days of cardio a week assumed of somebody who runs now and then", _JUDGED)
CARDIO_DAYS_ACTIVE = _P(2, "days", "days of cardio a week assumed of somebody with a weekly activity", _JUDGED)
CARDIO_DAYS_TRAINED = _P(3, "days", "days of cardio a week from which cardio is a habit", _JUDGED)
POSTPARTUM_EARLY = _P(6, "weeks", "after a birth only light work without impact before this", _JUDGED)
POSTPARTUM_EARLY_MINUTES = _P(30, "min", "the longest session in the first weeks after a birth", _JUDGED)
POSTPARTUM_OVER = _P(26, "weeks", "after a birth caution holds until here", _JUDGED)
FOOT_WALK_MINUTES = _P(20, "min", "the longest walk with foot pain", _JUDGED)
STRAINED_MUSCLE_MINUTES = _P(30, "min", "the longest session for the legs with a strained muscle", _JUDGED)

# Intensity. Five bands; percentages of heart-rate reserve and of maximal heart rate, RPE on Borg's 6-20 scale.
HRR_VERY_LIGHT = Span(20, 29, "%", "heart-rate reserve, very light", (src.ACSM_2011,))
HRR_LIGHT = Span(30, 39, "%", "heart-rate reserve, light", (src.ACSM_2011,))
HRR_MODERATE = Span(40, 59, "%", "heart-rate reserve, moderate", (src.ACSM_2011,))
HRR_VIGOROUS = Span(60, 89, "%", "heart-rate reserve, hard", (src.ACSM_2011,))
HRR_NEAR_MAX = Span(90, 100, "%", "heart-rate reserve, all-out", (src.ACSM_2011,))
HRMAX_VERY_LIGHT = Span(50, 56, "%", "maximal heart rate, very light", (src.ACSM_2011,))
HRMAX_LIGHT = Span(57, 63, "%", "maximal heart rate, light", (src.ACSM_2011,))
HRMAX_MODERATE = Span(64, 76, "%", "maximal heart rate, moderate", (src.ACSM_2011,))
HRMAX_VIGOROUS = Span(77, 95, "%", "maximal heart rate, hard", (src.ACSM_2011,))
HRMAX_NEAR_MAX = Span(96, 100, "%", "maximal heart rate, all-out", (src.ACSM_2011,))
RPE_VERY_LIGHT = Span(6, 8, "of 20", "perceived effort, very light", (src.ACSM_2011, src.BORG_1982))
RPE_LIGHT = Span(9, 11, "of 20", "perceived effort, light", (src.ACSM_2011, src.BORG_1982))
RPE_MODERATE = Span(11, 13, "of 20", "perceived effort, moderate", (src.ACSM_2011, src.BORG_1982))
RPE_VIGOROUS = Span(14, 17, "of 20", "perceived effort, hard", (src.ACSM_2011, src.BORG_1982))
RPE_NEAR_MAX = Span(18, 20, "of 20", "perceived effort, all-out", (src.ACSM_2011, src.BORG_1982))
RPE_PREGNANCY = Span(12, 14, "of 20", "perceived effort in pregnancy", (src.ACOG_2020,))
RECOVERY_DAY_HRR = Span(30, 45, "%", "heart-rate reserve on a recovery day", _JUDGED)
CR10_VERY_LIGHT = Span(0, 1, "of 10", "Borg CR10, very light", _JUDGED)
CR10_LIGHT = Span(2, 2, "of 10", "Borg CR10, light", _JUDGED)
CR10_MODERATE = Span(3, 4, "of 10", "Borg CR10, moderate", _JUDGED)
CR10_VIGOROUS = Span(5, 7, "of 10", "Borg CR10, hard", _JUDGED)
CR10_NEAR_MAX = Span(8, 10, "of 10", "Borg CR10, all-out", _JUDGED)
HRR: dict[Intensity, Span] = dict(
    zip(Intensity, (HRR_VERY_LIGHT, HRR_LIGHT, HRR_MODERATE, HRR_VIGOROUS, HRR_NEAR_MAX), strict=True)
)
HRMAX: dict[Intensity, Span] = dict(
    zip(Intensity, (HRMAX_VERY_LIGHT, HRMAX_LIGHT, HRMAX_MODERATE, HRMAX_VIGOROUS, HRMAX_NEAR_MAX), strict=True)
)
RPE: dict[Intensity, Span] = dict(
    zip(Intensity, (RPE_VERY_LIGHT, RPE_LIGHT, RPE_MODERATE, RPE_VIGOROUS, RPE_NEAR_MAX), strict=True)
)
FOUR_BY_FOUR_HRMAX = Span(90, 95, "%", "maximal heart rate in four times four", (src.HELGERUD_2007,))
TANAKA_BASE = _P(208, "bpm", "Tanaka's estimate of maximal heart rate starts here", (src.TANAKA_2001,))
TANAKA_SLOPE = _P(0.7, "bpm a year", "and falls by this with age", (src.TANAKA_2001,))
GULATI_BASE = _P(206, "bpm", "Gulati's estimate for women starts here", (src.GULATI_2010,))
GULATI_FROM = _P(35, "years", "younger women than this were hardly among those it comes from", (src.GULATI_2010,))
GULATI_SLOPE = _P(0.88, "bpm a year", "and falls by this with age", (src.GULATI_2010,))
HR_ERROR = _P(10, "bpm", "one reader in three is further than this from an estimated maximum", (src.ROBERGS_2002,))
KARVONEN_RESTING = Span(35, 110, "bpm", "resting heart rates with which the reserve method is used", _JUDGED)
LEAST_RESERVE = _P(40, "bpm", "a smaller heart-rate reserve than this is taken for a mistake", _JUDGED)
ADULT = _P(18, "years", "the plan is for readers of this age and above", (src.BULL_2020,))
OLDER_ADULT = _P(65, "years", "age from which hard work wants a habit of cardio first", (src.ACSM_SCREENING_2016,))

# Recovery and safety, shown to readers
FEVER = _P(38, "\N{DEGREE SIGN}C", "body temperature from which it is a fever", (src.FEVER_PAGES,))
FEVER_WAIT = _P(24, "h", "the least time without fever before exercise", (src.FEVER_PAGES,))
REFUEL_GAP = _P(8, "h", "another session nearer than this wants carbohydrate soon", (src.KERKSICK_2017, src.IVY_2004))
REFUEL_FAST = _P(4, "h", "another session nearer than this wants carbohydrate at once", (src.KERKSICK_2017,))
REFUEL_CARBOHYDRATE = Span(1.0, 1.2, "g per kg per hour", "carbohydrate when sessions are close", (src.KERKSICK_2017,))
PROTEIN = _P(1.6, "g per kg per day", "protein that covers a lifter's need", (src.MORTON_2018,))
SLEEP = Span(7, 9, "h", "sleep that most adults need", _JUDGED)
FOAM_ROLLING_MINUTES = Span(5, 10, "min", "enough foam rolling", (src.WIEWELHOVE_2019,))
FOAM_ROLLING_EFFECT = _P(6, "%", "less soreness with foam rolling in pooled trials", (src.WIEWELHOVE_2019,))
STRETCHING_EFFECT = _P(1, "of 100", "less soreness with stretching in pooled trials, at most", (src.HERBERT_2011,))
GLYCOGEN = Span(25, 40, "%", "thigh glycogen that a hard leg session uses", (src.HAFF_2000, src.HOKKEN_2020))
INTERVAL_TIME_SAVED = _P(40, "%", "time that intervals save for the same fat loss", (src.WEWEGE_2017,))
LACTATE_CLEARED = Span(30, 60, "min", "time in which lactate is back at rest", (src.LACTATE_PAGES,))
PAIN_STOP = _P(3, "of 10", "pain above this, in one place, ends the session", _JUDGED)
QUESTION_OUTCOME = _P(
    40, "points", "an open question that changes the outcome by a step, or the verdict on a plan", _JUDGED
)
QUESTION_CLASS = _P(10, "points", "an open question that changes impact or effort by a class", _JUDGED)
QUESTION_FIRST = _P(8, "points", "an open question that changes the first session", _JUDGED)
QUESTION_MINUTE = _P(0.5, "points", "an open question that changes the minutes, for each", _JUDGED)
QUESTION_MOST_MINUTES = _P(30, "min", "a larger change of minutes than this counts no more", _JUDGED)
QUESTION_STRICTER = _P(0.5, "times", "what an open question closes counts against what it opens", _JUDGED)
PLAN_WAIT = _P(24, "h", "a session that opens within this waits; later ones get another kind in its place", _JUDGED)
PLAN_IS_EVENT = _P(1, "h", "an event this near to the start of the reader's session is that session", _JUDGED)
PLAN_SPELL = _P(10, "min", "a booked session that we advise against is taken in spells of this length", _JUDGED)
PLAN_HOURS_IN_WORDS = _P(36, "h", "a longer wait than this is written in days", _JUDGED)
TIMELINE = _P(96, "h", "how far the outlook looks ahead", _JUDGED)

# Session formats and their gates
FORMAT_READY = _P(70, "of 100", "readiness from which a hard format is chosen", (src.LEE_2020, src.MASUDA_2023))
FORMAT_READY_TRAINED = _P(88, "of 100", "readiness from which the most demanding formats are chosen", _JUDGED)
FORMAT_SORENESS = _P(2, "of 10", "the most soreness with which a hard format is chosen", _JUDGED)
FORMAT_SORENESS_EXPLOSIVE = _P(1, "of 10", "the most soreness with which sprints and jumps are chosen", _JUDGED)
FORMAT_EXPLOSIVE_HOURS = _P(18, "h", "sprint and jump formats wait at least this long after any leg session", _JUDGED)
FORMAT_QUALITY_HOURS = _P(
    24, "h", "strides and cruise intervals wait at least this long after any leg session", _JUDGED
)
WARM_UP_HARD = _P(10, "min", "the shortest warm-up before hard work", (src.ACSM_2011,))
WARM_UP_LONGEST = _P(15, "min", "the longest warm-up that is written into a session", _JUDGED)
WARM_UP_SHORT = _P(3, "min", "the warm-up before moderate work when time is short", _JUDGED)
COOL_DOWN_SHORT = _P(3, "min", "the cool-down when time is short", _JUDGED)
COOL_DOWN_SHORTEST = _P(2, "min", "the cool-down of the shortest moderate session", _JUDGED)
SHORT_TIME = _P(20, "min", "less time than this leaves only a few minutes for warm-up and cool-down", _JUDGED)
ROOMY_TIME = _P(45, "min", "from this time on warm-up and cool-down have their full length", _JUDGED)
ROUND_MINUTES = _P(5, "min", "sessions are rounded to this", _JUDGED)
LONG_RUN_MINUTES = _P(90, "min", "with more time than this an endurance session is long and steady, not hard", _JUDGED)

# Ranking inside the limits: points
RANK_PREFER = _P(100, "points", "a kind of cardio that the reader prefers", _JUDGED)
RANK_AVOID = _P(-200, "points", "a kind of cardio that the reader wants to leave out", _JUDGED)
RANK_ONLY_MACHINE = _P(14, "points", "the only machine at hand", _JUDGED)
RANK_GOAL = _P(3, "points", "each step of fit to the goal", _JUDGED)
RANK_SPORT = _P(9, "points", "the sport that the reader trains every week", _JUDGED)
RANK_RELIEF = _P(2, "points", "each step of relief for legs that are not ready", _JUDGED)
RANK_KIT = _P(1.5, "points", "equipment at hand that would be used", _JUDGED)
RANK_TRIALS = _P(0.5, "points", "kinds of cardio with trials after leg training behind them", _JUDGED)
RANK_HARD = _P(5, "points", "hard work that goal or wish asks for and today allows", _JUDGED)
RANK_EXPLOSIVE = _P(16, "points", "explosive work for speed on fresh legs", _JUDGED)
RANK_HABIT = _P(3, "points", "age and habit: a kind that this reader should not start with", _JUDGED)
RANK_DAY = _P(3, "points", "what the day leaves room for", _JUDGED)
RANK_WISH = _P(4, "points", "a wish for easy work met by a kind that can be done easily", _JUDGED)

FATIGUE: dict[LegSessionEffort, float] = {
    LegSessionEffort.LIGHT: FATIGUE_LIGHT.value,
    LegSessionEffort.MODERATE: FATIGUE_MODERATE.value,
    LegSessionEffort.HARD: FATIGUE_HARD.value,
    LegSessionEffort.VERY_HARD: FATIGUE_VERY_HARD.value,
}
HALF_LIFE: dict[LegSessionEffort, float] = {
    LegSessionEffort.LIGHT: HALF_LIFE_LIGHT.value,
    LegSessionEffort.MODERATE: HALF_LIFE_MODERATE.value,
    LegSessionEffort.HARD: HALF_LIFE_HARD.value,
    LegSessionEffort.VERY_HARD: HALF_LIFE_VERY_HARD.value,
}

ALL: dict[str, Parameter | Span] = {
    name: number for name, number in globals().items() if name.isupper() and isinstance(number, Parameter | Span)
}
