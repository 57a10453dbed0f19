"""Fifty common claims about cardio after leg day, each with its evidence, grade and page of the guide.

Results of studies are stated here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from calculator.data import sources as src
from calculator.model import Source
from calculator.scales import Certainty

__all__ = ["BY_ID", "CLAIMS", "Claim", "Verdict"]


class Verdict(Enum):
    """How a claim stands against the evidence, in words for readers."""

    SUPPORTED = "Supported"
    PARTLY = "Partly true"
    CONTESTED = "Contested"
    UNSUPPORTED = "Not shown"
    WRONG = "Wrong or outdated"
    REFERENCE = "A real paper"


GRADES: dict[str, Certainty] = {
    "A": Certainty.HIGH,
    "B": Certainty.MODERATE,
    "C": Certainty.LOW,
    "D": Certainty.VERY_LOW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim: what is said, what studies show, and how this guide words it.

    `grade` is A to D; `page` is where its box stands; `rules` names what carries it into a decision (rules, remarks or
    parameters), and where there is nothing, `unused` says why not.
    """

    id: str
    said: str
    verdict: Verdict
    grade: str
    wording: str
    evidence: str
    sources: tuple[Source, ...]
    page: str
    rules: tuple[str, ...] = ()
    unused: str = ""

    @property
    def certainty(self) -> Certainty:
        """The grade in the words of GRADE."""
        return GRADES[self.grade]

    @property
    def guide_anchor(self) -> str:
        """The place of the claim's box in the guide."""
        return f"{self.page}/#claim-{self.id.lower()}"

    @property
    def bears_on_decision(self) -> bool:
        """Whether the calculator acts on it."""
        return bool(self.rules)


S1 = Claim(
    id="S1",
    said="Cardio the day after leg day, or some hours later, has many advantages, sore or not.",
    verdict=Verdict.PARTLY,
    grade="B",
    wording="You can usually do cardio after leg day. It keeps up your weekly activity. It is not a repair treatment.",
    evidence=(
        "Fitness and health gains do not depend on which day you choose. Trials find little or no effect on how soon "
        "the legs recover."
    ),
    sources=(src.SCHUMANN_2022, src.LEE_2020, src.DUPUY_2018, src.TUFANO_2012),
    page="can-you",
    rules=(
        "readiness-impact",
        "same-day",
        "lift-first",
    ),
)
S2 = Claim(
    id="S2",
    said="With sensible effort and impact, a run the next day risks little more than discomfort.",
    verdict=Verdict.PARTLY,
    grade="C",
    wording=(
        "An easy run is fine if you are used to both lifting and running. If you are new to lifting, wait about two "
        "days or choose low impact."
    ),
    evidence=(
        "No trial shows injuries from one easy run. Sore muscle absorbs shock less well, though, and people new to "
        "lifting ran 12 to 20% less at full effort for two days."
    ),
    sources=(src.CHEUNG_2003, src.DOMA_2017),
    page="can-you",
    rules=(
        "readiness-impact",
        "sore-legs",
        "changed-walk",
        "new-legs",
        "very-sore-beginner",
        "running-experience",
        "no-chasing",
        "hold-quality",
    ),
)
S3 = Claim(
    id="S3",
    said="Cardio after leg day improves recovery and makes the legs less sore.",
    verdict=Verdict.CONTESTED,
    grade="B",
    wording="Many people feel looser for a few hours. Do not expect your muscles to be ready earlier.",
    evidence=(
        "Pooled studies find a little less soreness after easy movement. Direct trials of cycling or aqua jogging are "
        "mostly flat, with brief relief at best, and a cool-down does not prevent soreness."
    ),
    sources=(src.DUPUY_2018, src.TUFANO_2012, src.MATERN_2006, src.FRANKE_2021, src.VAN_HOOREN_2018),
    page="benefits",
    rules=(
        "recovery-goal",
        "water",
        "easy-movement",
    ),
)
S4 = Claim(
    id="S4",
    said="Cardio after leg day is fine; the only question is how.",
    verdict=Verdict.PARTLY,
    grade="D",
    wording="For most healthy adults, yes. Check the warning signs first: with some of them the answer is no.",
    evidence=(
        "The advice holds for most healthy adults. It fails with warning signs, fever, pain in one spot of a bone, or "
        "severe soreness in someone new."
    ),
    sources=(src.ACSM_SCREENING_2016, src.NHS_INFORM_2024, src.PROJECT_JUDGEMENT),
    page="can-you",
    rules=(
        "emergency",
        "urgent",
        "fever",
        "bone-pain",
    ),
)
S5 = Claim(
    id="S5",
    said="After a hard leg session, choose cardio with less impact that does not strain the legs.",
    verdict=Verdict.SUPPORTED,
    grade="C",
    wording="After a hard leg day, choose low impact and little work for the legs. Hours and soreness say for how long.",
    evidence=(
        "Strength, jumping and running stay down for one to two days. Work without impact or braking adds little "
        "further damage."
    ),
    sources=(src.MORAN_NAVARRO_2017, src.DOMA_2017, src.HELLAND_2020),
    page="can-you",
    rules=(
        "knee",
        "hip",
        "ankle",
        "achilles",
        "shin",
        "low-back",
        "osteoporosis",
        "body-weight",
        "readiness-impact",
        "sore-legs",
    ),
)
S6 = Claim(
    id="S6",
    said="After a light leg session, much harder cardio is possible, especially for endurance athletes.",
    verdict=Verdict.SUPPORTED,
    grade="C",
    wording="After an easy leg session your normal plan usually stands.",
    evidence=(
        "When lifters stopped well short of failure, their legs worked normally again a day or two earlier than after "
        "sets to failure."
    ),
    sources=(src.MORAN_NAVARRO_2017,),
    page="can-you",
    rules=(
        "readiness-impact",
        "readiness-intensity",
    ),
)
S7 = Claim(
    id="S7",
    said="The stationary bike and the elliptical are easy on joints and on muscles.",
    verdict=Verdict.PARTLY,
    grade="B",
    wording="Both are low in impact. They are easy on the muscles only at an easy resistance.",
    evidence=(
        "The elliptical loads the leg less sharply than walking, but asks more of the front of the knee and hip. A "
        "bike can be gentle or brutal: hard spin classes have put beginners in hospital."
    ),
    sources=(src.LU_2007, src.BROGAN_2017),
    page="choosing",
    rules=(
        "knee",
        "sore-legs-effort",
    ),
)
S8 = Claim(
    id="S8",
    said="Such machines do not disturb recovery and cause no overuse injury.",
    verdict=Verdict.PARTLY,
    grade="C",
    wording="They are unlikely to disturb recovery when you keep them easy.",
    evidence=(
        "Hard cycling cut leg-press work for up to eight hours. First spin classes have caused dangerous muscle "
        "breakdown in healthy people."
    ),
    sources=(src.SPORER_2003, src.MASUDA_2023),
    page="choosing",
    rules=(
        "new-class",
        "next-legs",
        "intervals",
        "rhabdo-signs",
    ),
)
S9 = Claim(
    id="S9",
    said="If cardio is your focus, stairs, sprints or steep treadmill runs work the next day.",
    verdict=Verdict.CONTESTED,
    grade="C",
    wording="Only if the leg session was light, you are barely sore, and you already train this way.",
    evidence=(
        "Sprints hit the ground with about 3.7 to 4.8 times body weight. Running uphill removes the shock of landing "
        "but raises the push on each step by about 75%."
    ),
    sources=(src.NEWTON_STEP, src.GOTTSCHALL_2005),
    page="choosing",
    rules=(
        "stairs-and-hills",
        "sprints",
    ),
)
S10 = Claim(
    id="S10",
    said="Hard, intense cardio quickly builds fitness and quickly burns off fat.",
    verdict=Verdict.WRONG,
    grade="A",
    wording="Intervals save time and raise fitness. Fat loss depends on your overall energy balance.",
    evidence=(
        "Pooled trials find almost the same fat loss with intervals and with steady cardio: a difference of 0.016 of a "
        "standard deviation, with high certainty. Intervals raise fitness a little more."
    ),
    sources=(src.STEELE_2021, src.KRAMER_2023, src.WEWEGE_2017, src.VIANA_2019),
    page="myths",
    rules=("fat-loss-balance",),
)
S11 = Claim(
    id="S11",
    said="Jumps and drills work as cross-training if they are easy enough.",
    verdict=Verdict.PARTLY,
    grade="D",
    wording="Small, easy drills suit fresh legs. Save real jumps until two or three days after.",
    evidence=(
        "Common two-leg jumps load the body with 2.8 to 5.4 times its weight. The usual gap between jump sessions is a "
        "coaching habit, not a trial result."
    ),
    sources=(src.WALLACE_2010, src.PROJECT_JUDGEMENT),
    page="team-sports",
    rules=("jumps",),
)
S12 = Claim(
    id="S12",
    said="Cardio raises blood flow, and so the veins deliver more nutrients and oxygen to the legs.",
    verdict=Verdict.PARTLY,
    grade="A",
    wording="Movement raises blood flow to the muscles that you use. Arteries and capillaries deliver; veins drain.",
    evidence="Blood flow to working muscle rises with effort. Legs that rest while the arms work gain little of it.",
    sources=(src.VAN_HOOREN_2018, src.PROJECT_JUDGEMENT),
    page="benefits",
    unused="It explains a mechanism. No limit follows from it, beyond words that this site does not use.",
)
S13 = Claim(
    id="S13",
    said="The extra blood flow speeds up muscle growth and recovery.",
    verdict=Verdict.UNSUPPORTED,
    grade="C",
    wording="Cardio does not speed muscle growth. At sensible amounts it does not slow it much either.",
    evidence=(
        "No trial shows more growth from cardio the next day. Over months, muscle size ends up the same with or "
        "without cardio, and single fibres grow slightly less."
    ),
    sources=(src.SCHUMANN_2022, src.LUNDBERG_2022),
    page="benefits",
    unused="No benefit is shown, so nothing is recommended because of it.",
)
S14 = Claim(
    id="S14",
    said="Cardio makes the legs ready for the next workout sooner.",
    verdict=Verdict.PARTLY,
    grade="B",
    wording="Results are mixed. Do not plan on being ready earlier.",
    evidence=(
        "One trial of 26 women found better strength at three to four days after moderate cycling. Other trials found "
        "no clear difference between groups."
    ),
    sources=(src.TUFANO_2012, src.FRANKE_2021, src.MATERN_2006, src.VAN_HOOREN_2018),
    page="benefits",
    rules=("easy-movement",),
)
S15 = Claim(
    id="S15",
    said="Cardio that strains the legs further cancels the gain.",
    verdict=Verdict.SUPPORTED,
    grade="B",
    wording="Hard leg cardio adds to the fatigue that you are waiting out.",
    evidence=(
        "Fatigue sits in the muscles that did the work and lasted up to eight hours before leg presses. Training both "
        "with no gap led to smaller strength gains."
    ),
    sources=(src.SPORER_2003, src.ROBINEAU_2016),
    page="benefits",
    rules=(
        "readiness-intensity",
        "arms-lead",
        "sore-legs-effort",
        "same-day",
        "next-legs",
        "event-tomorrow",
        "protect-next",
        "arms-lead-cue",
    ),
)
S16 = Claim(
    id="S16",
    said="More blood flow brings inflammation down.",
    verdict=Verdict.PARTLY,
    grade="C",
    wording="We do not claim it. Some early inflammation is part of repair.",
    evidence=(
        "Blood markers fall a little when all recovery methods are pooled. Massage and cold water account for most of "
        "that."
    ),
    sources=(src.DUPUY_2018,),
    page="benefits",
    rules=("massage",),
)
S17 = Claim(
    id="S17",
    said="Cardio clears lactic acid from the trained muscles.",
    verdict=Verdict.WRONG,
    grade="A",
    wording="Lactate is gone within about an hour and does not cause soreness the next day.",
    evidence=(
        "Lactate returns to its resting level soon after exercise, with or without cardio. The next day there is "
        "nothing left to clear."
    ),
    sources=(src.LACTATE_PAGES, src.VAN_HOOREN_2018),
    page="myths",
    unused="The mechanism does not exist a day later, so nothing is recommended because of it.",
)
S18 = Claim(
    id="S18",
    said="So you feel less sore, in the legs most of all because they hold so much muscle.",
    verdict=Verdict.PARTLY,
    grade="B",
    wording="It may feel easier for an hour or so.",
    evidence="Relief in trials is small and short, and results differ. Nothing supports the reason given.",
    sources=(src.DUPUY_2018, src.FARES_2022, src.MATERN_2006),
    page="benefits",
    rules=(
        "soreness-peak",
        "easy-movement",
    ),
)
S19 = Claim(
    id="S19",
    said="Light cardio is among the best treatments for sore muscles.",
    verdict=Verdict.CONTESTED,
    grade="B",
    wording="It is a cheap, low-risk way to feel better for a while.",
    evidence=(
        "In a comparison of recovery methods, massage came out ahead. Reviews agree that movement eases soreness, but "
        "only for a time."
    ),
    sources=(src.DUPUY_2018, src.CHEUNG_2003),
    page="benefits",
    rules=(
        "recovery-goal",
        "water",
        "easy-movement",
        "massage",
    ),
)
S20 = Claim(
    id="S20",
    said="Calves and abdominals respond especially well to many easy repetitions.",
    verdict=Verdict.UNSUPPORTED,
    grade="D",
    wording="Some bodybuilders believe it. We promise nothing.",
    evidence=(
        "Twelve weeks of cycling enlarged the thighs of inactive men by 5 to 6%. No comparable result was found for "
        "calves."
    ),
    sources=(src.HARBER_2012, src.KONOPKA_2014),
    page="benefits",
    unused="It is an opinion without trials.",
)
S21 = Claim(
    id="S21",
    said="Cardio at the end of leg day can get stuck calves growing again.",
    verdict=Verdict.UNSUPPORTED,
    grade="D",
    wording="This is an anecdote. Loaded calf raises are the safer bet.",
    evidence="No trial was found. For a trained person, walking is probably too light to make calves grow.",
    sources=(src.PROJECT_JUDGEMENT,),
    page="benefits",
    unused="It is an opinion without trials.",
)
S22 = Claim(
    id="S22",
    said="Cardio after leg day keeps its usual benefits.",
    verdict=Verdict.SUPPORTED,
    grade="A",
    wording="Your heart and lungs gain as usual. A day between the two may gain a little more.",
    evidence=(
        "Fitness rose by 8 to 9% in one trial, whether intervals came before or after lifting. In another, a gap of a "
        "day gave a larger gain than none or a few hours."
    ),
    sources=(src.EDDENS_2018, src.MURLASITS_2018, src.GAO_2023, src.LEE_2020, src.ROBINEAU_2016),
    page="benefits",
    rules=(
        "same-day",
        "lift-first",
    ),
)
S23 = Claim(
    id="S23",
    said="Tired legs limit how hard or how long the cardio can be.",
    verdict=Verdict.SUPPORTED,
    grade="B",
    wording="Expect the same effort at a slower pace.",
    evidence=(
        "A day after lifting and running, running cost about 6 to 10% more energy and runners gave up 18 to 29% "
        "sooner. On a bike, effort and breathing rise and peak power falls."
    ),
    sources=(src.DOMA_2013, src.DOMA_2017_REVIEW, src.DEVANTIER_THOMAS_2024),
    page="benefits",
    rules=(
        "readiness-intensity",
        "arms-lead",
        "quality-running",
        "session-length",
        "arms-lead-cue",
        "peak-power",
    ),
)
S24 = Claim(
    id="S24",
    said="Lifting drains the legs of glycogen.",
    verdict=Verdict.PARTLY,
    grade="B",
    wording="A hard session uses a good part of the stored carbohydrate, not all of it.",
    evidence=(
        "Measured losses run from 24 to 40%. Elite lifters used 38%. Carbohydrate during training halved the loss in "
        "one small trial, from 27 to 14%."
    ),
    sources=(src.HAFF_2000, src.HOKKEN_2020, src.MURRAY_2018),
    page="session-plan",
    rules=(
        "session-length",
        "low-fuel",
        "fuel",
        "carbohydrate",
    ),
)
S25 = Claim(
    id="S25",
    said="Tired legs lower your endurance in long sessions.",
    verdict=Verdict.SUPPORTED,
    grade="B",
    wording="Long efforts suffer, and running suffers more than cycling.",
    evidence=(
        "Runners reached exhaustion 29% sooner the day after lifting and then running, and 18% sooner when they ran "
        "first. Cycling time trials changed less."
    ),
    sources=(src.DOMA_2013, src.DEVANTIER_THOMAS_2024, src.BURT_2011),
    page="session-plan",
    rules=(
        "quality-running",
        "long-sessions",
        "low-fuel",
        "fuel",
        "peak-power",
    ),
)
S26 = Claim(
    id="S26",
    said="The best cardio after leg day is quick and varied, not long and steady.",
    verdict=Verdict.CONTESTED,
    grade="C",
    wording="Short or easy, rarely long and hard. Steady and easy is fine; intervals only when you are fresh.",
    evidence="On tired legs, hard effort costs more than easy minutes: peak power falls while steady cycling holds up.",
    sources=(src.DEVANTIER_THOMAS_2024, src.PROJECT_JUDGEMENT),
    page="session-plan",
    rules=(
        "session-length",
        "long-sessions",
        "long-and-hard",
        "intervals",
    ),
)
S27 = Claim(
    id="S27",
    said="That usually means intervals; drills or jumps suit as well.",
    verdict=Verdict.CONTESTED,
    grade="C",
    wording="Bike intervals are an option when you are barely sore and used to the bike.",
    evidence=(
        "Intervals three hours after lifting did no harm in one trial of young men. Pooled trials of intervals with "
        "lifting show a slightly smaller gain in leg strength."
    ),
    sources=(src.LEE_2020, src.SABAG_2018),
    page="session-plan",
    rules=(
        "jumps",
        "new-class",
        "intervals",
    ),
)
S28 = Claim(
    id="S28",
    said="Lower your expectations, even if you are good at it.",
    verdict=Verdict.SUPPORTED,
    grade="B",
    wording="Same effort, slower pace. That is the plan, not a failure.",
    evidence="Studies after lifting and after muscle damage find a higher effort for the same pace.",
    sources=(src.DEVANTIER_THOMAS_2024, src.DOMA_2017_REVIEW),
    page="session-plan",
    rules=(
        "readiness-intensity",
        "quality-running",
        "peak-power",
        "same-effort",
    ),
)
S29 = Claim(
    id="S29",
    said="Do not go near your maximum.",
    verdict=Verdict.SUPPORTED,
    grade="C",
    wording="After a hard or unfamiliar leg session, keep well below your limit.",
    evidence="Muscles that did hard work cannot give their best for hours, and beginners not for two days.",
    sources=(src.SPORER_2003, src.DOMA_2017),
    page="intensity",
    rules=(
        "readiness-intensity",
        "near-max",
        "sore-legs-effort",
    ),
)
S30 = Claim(
    id="S30",
    said="The legs cannot work at their best yet.",
    verdict=Verdict.SUPPORTED,
    grade="A",
    wording="True for one to three days, depending on how hard and how new the session was.",
    evidence=(
        "Trained lifters had their jump back two days after a heavy session, but not all their force. After sets to "
        "failure, full work took at least two days."
    ),
    sources=(src.HELLAND_2020, src.MORAN_NAVARRO_2017, src.TIME_COURSE_2020, src.DOMA_2019_HEAT),
    page="timing",
    rules=(
        "readiness-impact",
        "readiness-intensity",
        "spent-legs",
        "soreness-peak",
    ),
)
S31 = Claim(
    id="S31",
    said="Aim for half to seven tenths of your maximum effort.",
    verdict=Verdict.PARTLY,
    grade="D",
    wording="Aim for moderate effort on a named scale: you can talk, but not sing.",
    evidence=(
        "The same percentage means very light work on one scale and hard work on another, so a bare percentage helps "
        "nobody."
    ),
    sources=(src.ACSM_2011, src.BISHOP_2025),
    page="intensity",
    rules=(
        "pregnancy",
        "heart-rate-medicine",
        "readiness-intensity",
        "recovery-goal",
        "pregnancy-effort",
        "beta-blocker",
        "HRR_MODERATE",
        "RPE_MODERATE",
    ),
)
S32 = Claim(
    id="S32",
    said="Bones and connective tissue need recovery too, and need time.",
    verdict=Verdict.SUPPORTED,
    grade="C",
    wording="Tendons and bones adapt more slowly than fitness. Give them time.",
    evidence=(
        "Tissue adapts to loads that rise gradually. Stress fractures follow load that grows faster than bone does."
    ),
    sources=(src.HOUSTON_METHODIST_2026,),
    page="recovery",
    rules=(
        "bone-pain",
        "shin",
    ),
)
S33 = Claim(
    id="S33",
    said="More impact can lead to tendon trouble and stress fractures over time.",
    verdict=Verdict.PARTLY,
    grade="C",
    wording="High impact on tired legs, again and again, raises the risk of overuse. One run does not.",
    evidence="Overuse injuries come from load that adds up over weeks, not from one session.",
    sources=(src.HOUSTON_METHODIST_2026,),
    page="recovery",
    rules=(
        "bone-pain",
        "achilles",
        "shin",
    ),
)
S34 = Claim(
    id="S34",
    said="After intense, heavy legs, avoid sprints on hard ground and the skipping rope.",
    verdict=Verdict.SUPPORTED,
    grade="C",
    wording="Leave sprints and the rope alone after hard, heavy legs. The reason is impact on tired muscle.",
    evidence=(
        "Sprints and jumps load the legs with three to five times body weight. Dislocation is often named as a risk "
        "too, but no study was found that links it to cardio."
    ),
    sources=(src.NEWTON_STEP, src.WALLACE_2010),
    page="choosing",
    rules=(
        "readiness-impact",
        "sore-legs",
        "changed-walk",
        "very-sore-beginner",
        "sprints",
        "jumps",
        "rope",
    ),
)
S35 = Claim(
    id="S35",
    said="Endurance athletes gain more from longer cardio days after leg day.",
    verdict=Verdict.PARTLY,
    grade="C",
    wording="Go long and easy on the first days. Do fast sessions two days or more after leg day.",
    evidence="Long work trains what endurance needs, but its quality drops for one to two days after lifting.",
    sources=(src.DOMA_2017_REVIEW, src.DOMA_2019_REVIEW),
    page="by-goal",
    rules=(
        "quality-running",
        "long-sessions",
        "fuel",
        "order-endurance",
    ),
)
S36 = Claim(
    id="S36",
    said="What counts is whether you put power or endurance first.",
    verdict=Verdict.PARTLY,
    grade="D",
    wording="A useful split. We offer six goals in place of two.",
    evidence="Putting the main goal first is standard coaching. No trial tests a split into two camps.",
    sources=(src.PROJECT_JUDGEMENT,),
    page="by-goal",
    rules=("muscle-goal",),
)
S37 = Claim(
    id="S37",
    said="For strength or power, choose easier, softer cardio so that the legs recover.",
    verdict=Verdict.SUPPORTED,
    grade="B",
    wording="With a strength or power goal, keep cardio after leg day easy and low in impact.",
    evidence=(
        "Across 43 studies, cardio took nothing clear from size or maximal strength, but something from explosive "
        "strength, more so in the same session. Trained lifters lose more leg strength than beginners."
    ),
    sources=(src.SCHUMANN_2022, src.PETRE_2021, src.HUIBERTS_2024),
    page="lifters",
    rules=(
        "next-legs",
        "muscle-goal",
    ),
)
S38 = Claim(
    id="S38",
    said="The price is losing the gains of hard cardio.",
    verdict=Verdict.PARTLY,
    grade="C",
    wording="Only on that day. Put the hard cardio on another one.",
    evidence="Fitness gains in training studies depend on the week as a whole, not on one day.",
    sources=(src.EDDENS_2018, src.ROBINEAU_2016),
    page="by-goal",
    rules=(
        "next-legs",
        "muscle-goal",
    ),
)
S39 = Claim(
    id="S39",
    said="If endurance comes first, ease the leg session before it.",
    verdict=Verdict.SUPPORTED,
    grade="B",
    wording="Lift with fewer sets and stop short of failure before key cardio. Or run first.",
    evidence=(
        "Lifters who stopped at half the repetitions they could do were back one to two days sooner. Running before "
        "lifting spared the next day's run a little."
    ),
    sources=(src.MORAN_NAVARRO_2017, src.DOMA_2013),
    page="by-goal",
    rules=(
        "event-tomorrow",
        "event-soon",
        "event-power",
        "plan-legs",
        "order-endurance",
    ),
)
S40 = Claim(
    id="S40",
    said="Doing both can make recovery take longer.",
    verdict=Verdict.SUPPORTED,
    grade="C",
    wording="It can, especially when both are hard. Watch how you sleep, feel and perform.",
    evidence="Lifting impairs endurance for a day or two, and weeks of too much of both can end in overtraining.",
    sources=(src.DOMA_2017_REVIEW, src.MEEUSEN_2013),
    page="recovery",
    rules=(
        "unexplained-decline",
        "spent-legs",
        "overreaching",
        "protect-next",
    ),
)
S41 = Claim(
    id="S41",
    said="Cutting weight or volume in either session makes up for it.",
    verdict=Verdict.SUPPORTED,
    grade="C",
    wording="Yes. Fewer sets, fewer minutes or fewer days: each helps.",
    evidence=(
        "Recovery was shorter when sets stopped well before failure. Interference grows with cardio that is more "
        "frequent and longer."
    ),
    sources=(src.MORAN_NAVARRO_2017, src.WILSON_2012),
    page="recovery",
    rules=(
        "overreaching",
        "next-legs",
        "session-length",
        "plan-legs",
        "protect-next",
        "order-endurance",
    ),
)
S42 = Claim(
    id="S42",
    said="Foam rolling works the fibres, frees movement and speeds recovery: excellent.",
    verdict=Verdict.PARTLY,
    grade="B",
    wording="It may take the edge off soreness. A few minutes are enough, and it is optional.",
    evidence=(
        "Pooled trials find a little less soreness, and sprint and strength kept 3 to 4% better. A review in endurance "
        "athletes found no method that works every time."
    ),
    sources=(src.WIEWELHOVE_2019, src.LI_2024),
    page="recovery",
    rules=("foam-rolling",),
)
S43 = Claim(
    id="S43",
    said="Foam rolling lowers the build-up of lactic acid.",
    verdict=Verdict.WRONG,
    grade="B",
    wording="There is no build-up left to lower.",
    evidence="Lactate is back at rest within about an hour, with or without a roller.",
    sources=(src.LACTATE_PAGES, src.VAN_HOOREN_2018),
    page="myths",
    rules=("foam-rolling",),
)
S44 = Claim(
    id="S44",
    said="Stretching after cardio is one of the best ways to recover.",
    verdict=Verdict.WRONG,
    grade="A",
    wording="Stretch if you enjoy it. It does not shorten recovery.",
    evidence=(
        "In most trials, stretching changed soreness by one point in a hundred or less. Eleven trials of stretching "
        "after exercise show no clear gain over rest."
    ),
    sources=(src.HERBERT_2011, src.AFONSO_2021),
    page="myths",
    rules=("stretching",),
)
S45 = Claim(
    id="S45",
    said="Stretch before exercise; after repetitive exercise it helps as well.",
    verdict=Verdict.CONTESTED,
    grade="A",
    wording="Warm up with movement. Keep long, still stretches for another time.",
    evidence="Long holds right before effort lower strength slightly. Moving warm-ups help. Neither changes soreness.",
    sources=(src.BEHM_2016, src.HERBERT_2011),
    page="recovery",
    rules=("stretching",),
)
S46 = Claim(
    id="S46",
    said="Enough protein, carbohydrate and fat are part of recovery.",
    verdict=Verdict.SUPPORTED,
    grade="A",
    wording="Yes. Eat enough through the day. Timing matters when the next session is close.",
    evidence=(
        "The day's total protein counts for more than its timing. Whey helped strength a day later in a trial of 12 "
        "men. Carbohydrate soon after matters when sessions are hours apart."
    ),
    sources=(src.SCHOENFELD_2013, src.WEST_2017, src.KERKSICK_2017, src.MORTON_2018),
    page="recovery",
    rules=(
        "low-fuel",
        "sleep",
        "protein",
        "carbohydrate",
    ),
)
S47 = Claim(
    id="S47",
    said="A loud yes: there is something for everybody, from uphill sprints to the elliptical.",
    verdict=Verdict.PARTLY,
    grade="D",
    wording="Usually yes, once the safety check is clear. Sprints are not for everybody.",
    evidence=(
        "Almost everybody can find a kind that suits. Some people should not train today at all, and hard sprints "
        "clash with the same advice on impact."
    ),
    sources=(src.PROJECT_JUDGEMENT,),
    page="can-you",
    rules=(
        "emergency",
        "stairs-and-hills",
        "sprints",
    ),
)
S48 = Claim(
    id="S48",
    said="A 2022 meta-analysis by Schumann and colleagues backs the advice.",
    verdict=Verdict.REFERENCE,
    grade="A",
    wording="It shows that cardio costs little muscle or strength over months. It says nothing about soreness.",
    evidence=(
        "43 studies against lifting alone, in standard deviations: maximal strength lower by 0.06, muscle size by "
        "0.01, explosive strength by 0.28. Only the last is a clear difference."
    ),
    sources=(src.SCHUMANN_2022,),
    page="evidence",
    rules=(
        "same-day",
        "muscle-goal",
    ),
)
S49 = Claim(
    id="S49",
    said="A 2020 trial by Lee and colleagues backs the advice.",
    verdict=Verdict.REFERENCE,
    grade="C",
    wording="It shows that intervals three hours before or after lifting can coexist with gains in young men.",
    evidence=(
        "29 active men, nine weeks: leg press rose by 24 to 28% in every group, fitness by 8 to 9% in both groups with "
        "intervals. Order changed some measures of jumping. Soreness was not measured."
    ),
    sources=(src.LEE_2020,),
    page="evidence",
    rules=(
        "same-day",
        "intervals",
    ),
)
S50 = Claim(
    id="S50",
    said="This is educational and no substitute for medical advice; consult a doctor first.",
    verdict=Verdict.PARTLY,
    grade="D",
    wording="A plain statement, named warning signs, who reviewed the page and when: that is what helps.",
    evidence=(
        "Nobody consults a doctor before every walk, so a bare disclaimer protects no reader. A background in sport is "
        "not a clinical qualification."
    ),
    sources=(src.PROJECT_JUDGEMENT, src.NHS_INFORM_2024),
    page="about",
    rules=(
        "emergency",
        "urgent",
        "fever",
        "under-18",
        "heart-disease",
        "joint-locking",
        "lasting-soreness",
        "screening",
        "pregnancy",
        "heart-rate-medicine",
        "glucose",
        "rhabdo-signs",
        "calf-clot",
        "pregnancy-signs",
        "glucose-plan",
        "clearance",
        "youth",
        "recheck-signs",
    ),
)

CLAIMS: tuple[Claim, ...] = (
    *(S1, S2, S3, S4, S5, S6, S7, S8, S9, S10),
    *(S11, S12, S13, S14, S15, S16, S17, S18, S19, S20),
    *(S21, S22, S23, S24, S25, S26, S27, S28, S29, S30),
    *(S31, S32, S33, S34, S35, S36, S37, S38, S39, S40),
    *(S41, S42, S43, S44, S45, S46, S47, S48, S49, S50),
)
BY_ID: dict[str, Claim] = {claim.id: claim for claim in CLAIMS}
