"""The catalogue of the calculator's sentences: an id and a whole sentence each, with named gaps for the reader's values.

Every reason, headline, verdict, warning and tip that code writes is here; labels and hints of the form, kinds of cardio,
warning signs and session formats are whole sentences in tables of their own. Another language is another catalogue with the
same ids and gaps. Counts, units and lists are written by one function each, so no caller builds a plural or joins words.
`python -m tools.sentences` prints the whole list.
"""

from __future__ import annotations

from collections.abc import Iterable

from calculator.data.parameters import Span
from calculator.model import Parameter

__all__ = ["SENTENCES", "count", "duration", "listed", "name_in_sentence", "quantity", "say"]

type Value = str | float | Parameter | Span

_ONE_AND_MANY = {
    "bpm": ("beat a minute", "beats a minute"),
    "conflict": ("conflict", "conflicts"),
    "day": ("day", "days"),
    "h": ("hour", "hours"),
    "min": ("minute", "minutes"),
    "sign": ("sign", "signs"),
    "week": ("week", "weeks"),
}
_UNITS = {"days": "day", "weeks": "week", "signs": "sign"}
_HOURS_OF_DAY = 24
_HOURS_IN_WORDS = 48  # h: a longer time is written in days


def count(number: float, unit: str) -> str:
    """A number with its unit in words, in the singular or the plural: 1 hour, 2.5 hours, 30 minutes."""
    key = _UNITS.get(unit, unit)
    if key in _ONE_AND_MANY:
        return f"{number:g} {_ONE_AND_MANY[key][number != 1]}"
    return f"{number:g}{'' if unit == '%' else ' '}{unit}".rstrip()


def quantity(parameter: Parameter | Span) -> str:
    """A number or a range of the guidance with its unit in words: 48 hours, 5 to 10 minutes, 25 to 40%."""
    if isinstance(parameter, Parameter):
        return count(parameter.value, parameter.unit)
    return f"{parameter.low:g} to {count(parameter.high, parameter.unit)}"


def duration(hours: float, hours_in_words: float = _HOURS_IN_WORDS) -> str:
    """A length of time as people say it: in hours up to `hours_in_words` (h), then in days."""
    if hours < hours_in_words:
        return count(hours, "h")
    return count(round(hours / _HOURS_OF_DAY), "day")


def listed(parts: Iterable[str], last_word: str = "and") -> str:
    """Parts as a list in a sentence: one; one and two; one, two and three."""
    *most, last = parts
    return f"{', '.join(most)} {last_word} {last}" if most else last


def name_in_sentence(name: str) -> str:
    """The name of a kind of cardio, as it is written inside a sentence."""
    return name[:1].lower() + name[1:]


def _written(value: Value) -> str:
    if isinstance(value, str):
        return value
    return quantity(value) if isinstance(value, Parameter | Span) else f"{value:g}"


def say(name: str, /, **values: Value) -> str:
    """The sentence with this id, with its gaps filled. A number of the guidance is written with its unit.

    Raises:
        KeyError: there is no such sentence, or a gap has no value.
    """
    template = SENTENCES[name]
    return template.format(**{gap: _written(value) for gap, value in values.items()}) if values else template


_RULES = {
    # Soreness
    "sore-legs.none": "Your legs are {soreness} out of 10 sore. From {limit} up, keep to an easy walk or to cardio "
    "without impact, for up to {most}.",
    "sore-legs.low": "Your legs are {soreness} out of 10 sore. From {limit} up, we leave out running and jumping.",
    "sore-legs.moderate": "Your legs are {soreness} out of 10 sore. From {limit} up, we leave out tempo runs, jumps "
    "and sprints.",
    "sore-legs-effort.very": "Your legs are very sore, so keep your effort light where your legs do the work.",
    "sore-legs-effort.walk": "Soreness changes how you walk, so keep your effort light where your legs do the work.",
    "sore-legs-effort.moderate": "Your legs are {soreness} out of 10 sore, so keep your effort moderate where your "
    "legs do the work.",
    "changed-walk": "Soreness changes how you walk. Until you walk normally again, keep to an easy walk or to cardio "
    "without impact, for up to {most}.",
    "very-sore-beginner.sore": "Your legs are very sore after something new. Do not try to catch up: rest, or move "
    "gently, and check the warning signs.",
    "very-sore-beginner.walk": "This was new to you, and it changes how you walk. Do not try to catch up: rest, or "
    "move gently, and check the warning signs.",
    "very-sore-beginner.action": "Rest today, or move gently without load.",
    # How long, and how much of it hard
    "session-length.enough": "For your goal and readiness, {most} is enough, plus warm-up and cool-down.",
    "session-length.long": "For your goal and readiness, you can go on for up to {most}, if you are used to that.",
    "session-length.same-day": "It is less than {wait} since your leg session, so do no more than {most}, plus "
    "warm-up and cool-down.",
    "time-available.time": "You have {time}, warm-up and cool-down included.",
    "time-available.no-intervals": "You have {time}, which is enough for a warm-up and a short session, but not for "
    "intervals.",
    "time-available.no-warm-up": "You have {time}, which is too short for a full warm-up, so keep the whole session "
    "light.",
    "long-sessions.endurance": "Go for more than {most} only if you train for endurance, do cardio regularly and "
    "have no health condition.",
    "long-sessions.without-impact": "Go for more than {most} only with cardio without impact, unless your readiness "
    "is {readiness} or more and you are used to it.",
    "tired-legs-impact": "Your legs are tired, so go for more than {most} only with cardio without impact.",
    "long-and-hard": "Do no more than {most} at a hard effort.",
    "intervals.sore": "No intervals today: your legs are {soreness} out of 10 sore, and {most} or less is fine.",
    "intervals.readiness": "No intervals today: your readiness is about {score} out of 100, and intervals need "
    "{least}.",
    "intervals.new": "No intervals yet: get used to regular cardio first.",
    "intervals.health": "No intervals while you have a health condition or take a medicine, unless your doctor agrees.",
    "recovery-goal": "You want to recover, so keep your effort light, or moderate at most.",
    "low-fuel.fasted": "You are fasted or low on carbohydrate. Stay within {most} and take food with you: a hard leg "
    "session uses {share} of the carbohydrate in your thighs.",
    "low-fuel.emptied": "Your leg session was less than {gap} ago, so stay within {most}: it used up to {share} of "
    "the carbohydrate in your thighs.",
    # Readiness
    "readiness-impact.none": "Your readiness is about {score} out of 100, so do nothing with more impact than an "
    "easy walk.",
    "readiness-impact.low": "Your readiness is about {score} out of 100, so keep impact low today.",
    "readiness-impact.moderate": "Your readiness is about {score} out of 100. That is not enough yet for tempo runs, "
    "jumps or sprints.",
    "readiness-impact.easy-run": "Your readiness is about {score} out of 100. You are used to running and lifting, "
    "so you can run easily for up to {most}. It takes {price} more effort than usual. Keep all other impact low.",
    "readiness-intensity.light": "Your readiness is about {score} out of 100, so keep your effort light where your "
    "legs do the work.",
    "readiness-intensity.moderate": "Your readiness is about {score} out of 100, so keep your effort moderate at "
    "most where your legs do the work.",
    "readiness-intensity.vigorous": "Your readiness is about {score} out of 100, so do not go all-out where your "
    "legs do the work.",
    "readiness-intensity.bike": "Your readiness is about {score} out of 100, so keep your effort moderate at most "
    "where your legs do the work. You are used to the bike, so you can ride hard for a short time.",
    "arms-lead.moderate": "Where your arms do the work, your effort can be moderate: one step above what suits your "
    "legs.",
    "arms-lead.vigorous": "Where your arms do the work, your effort can be hard: one step above what suits your legs.",
    "near-max.health": "Leave out all-out effort while you have a health condition or take a medicine.",
    "near-max.older": "From the age of {age}, all-out effort is only for people who run every week and are used to "
    "lifting.",
    "near-max.runners": "All-out effort is only for regular runners whose goal needs it.",
    "spent-legs": "Your readiness is about {score} out of 100. Rest, or move gently.",
    "spent-legs.action": "Rest today, or take a gentle walk if it feels good.",
    "overreaching.some": "You have {signs} that you need rest, so go moderate at most today, keep it shorter and "
    "leave out intervals.",
    "overreaching.many": "You have {signs} that you need rest. A day or two of rest or light movement helps you more "
    "than another hard day. If this lasts more than 2 weeks, see a doctor.",
    "overreaching.action": "You have {signs} that you need rest. Rest today, or move lightly for up to {most}.",
    # Running, jumping, stairs and classes
    "swimming-legs": "Your legs are very sore, or you limp, so swim lightly. Kicking and pushing off load your legs; "
    "a pull buoy spares them.",
    "unexplained-limp": "You limp, but your legs are only {soreness} out of 10 sore, so this is not ordinary "
    "soreness. Do nothing that works your legs until a doctor or physiotherapist has looked at them.",
    "unexplained-limp.action": "See a doctor or physiotherapist this week. Until then, do nothing that works your "
    "legs.",
    "new-legs.lifting.low": "Lifting is new to you, so keep impact low until {wait} after your leg session.",
    "new-legs.lifting.moderate": "Lifting is new to you, so leave out tempo runs, jumps and sprints until {wait} "
    "after your leg session.",
    "new-legs.session.low": "Your legs were not used to this session, so keep impact low until {wait} after it.",
    "new-legs.session.moderate": "Your legs were not used to this session, so leave out tempo runs, jumps and "
    "sprints until {wait} after it.",
    "running-experience.none": "You have not said that you run, so keep impact low.",
    "running-experience.some": "You run now and then, so run steadily for up to {most}, and leave out tempo runs, "
    "sprints and jumps for now.",
    "running-experience.sore": "You run now and then, and your legs are sore. Wait with an easy run until {wait} "
    "after your leg session.",
    "running-experience.player": "You play a sport every week but do not run every week, so keep a run or a hike "
    "within {most}.",
    "same-day.light": "You trained legs less than {wait} ago, so leave out tempo runs, jumps and sprints, even after "
    "a light session.",
    "same-day.short": "It is less than {wait} since your leg session, so keep it short. Walk, or choose cardio "
    "without impact, at a pace where you can talk.",
    "same-day.later": "It is less than {wait} since your leg session. Walk, or choose cardio without impact, at a "
    "pace where you can talk.",
    "stairs-and-hills.all": "Stairs, hills, skating, loaded packs and circuits load your legs as lifting does. Leave "
    "them out until your legs are readier.",
    "stairs-and-hills.climbs": "Stairs and steep runs load your legs as lifting does. Leave them out until your legs "
    "are fresh.",
    "quality-running": "Leave out tempo and uphill runs until {wait} after this leg session: the same pace would "
    "cost you more.",
    "sprints.habit": "Sprints are for people who run or play a sport every week.",
    "sprints.age": "From the age of {age}, sprints are only for people who run every week and are used to lifting.",
    "sprints.sore": "No sprints today: your legs are {soreness} out of 10 sore, and {most} or less is fine.",
    "sprints.readiness": "No sprints today: your readiness is about {score} out of 100, and sprints need {least}.",
    "sprints.hours": "No sprints yet: wait until {wait} after your leg session.",
    "jumps.habit": "Jumps, cuts and team sports are for people who run or play a sport every week.",
    "jumps.age": "From the age of {age}, jumps, cuts and team sports are only for people who run every week and are "
    "used to lifting.",
    "jumps.racket-sport": "You play a racket sport every week, so drills are fine. Jumps and team sports are for people "
    "who are used to them.",
    "jumps.sore": "No jumps, cuts or team sports today: your legs are {soreness} out of 10 sore, and {most} or less "
    "is fine.",
    "jumps.readiness": "No jumps, cuts or team sports today: your readiness is about {score} out of 100, and they "
    "need {least}.",
    "jumps.hours": "No jumps, cuts or team sports yet: wait until {wait} after your leg session.",
    "jumps.height": "Leave out jumps for height until {wait} after a light leg session. Practice and drills are fine.",
    "new-class": "Wait with a first hard class, or anything like it, until {wait} after your leg session: serious "
    "muscle breakdown is reported after such classes.",
    # The next leg session, match or race, and the strength goal
    "next-legs.two-days": "You train legs again within {within}, so leave out tempo runs, jumps and sprints today.",
    "next-legs.light": "You train legs again within {within}. Keep it to {most} at a light effort, with no running "
    "or jumping and nothing heavy for your legs.",
    "next-legs.day": "You train legs again within {within}. Keep it to {most}, with no running or jumping and "
    "nothing heavy for your legs.",
    "event-tomorrow.day": "Your match, race or hard session is within {within}. Keep it light, do no more than "
    "{most}, and do nothing that will make you sore.",
    "event-tomorrow.now": "Your match, race or hard session is within {within}. Keep it light, do no more than "
    "{most}, and save the rest for its warm-up.",
    "event-tomorrow.shake-out": "Your race or test is within {within}. Do no more than an easy run of {most}, and do "
    "nothing that will make you sore.",
    "event-tomorrow.action": "Rest, or keep it to a gentle walk, and save your legs.",
    "event-tomorrow.action.bike": "Rest, or keep it to a gentle ride or walk, and save your legs.",
    "event-soon": "Your match, race or hard session is within {within}. Keep your effort moderate at most, and do no "
    "more than {most}.",
    "taper.shorter": "Your match, race or hard session is about {days} away. Do no more than {most} now, warm-up and "
    "cool-down included.",
    "taper.nothing-new": "Your match, race or hard session is about {days} away. Do no more than {most} now, warm-up and "
    "cool-down included, and nothing that your legs are not used to.",
    "taper-intensity": "Your match, race or hard session is within {within}. Apart from a few strides, do nothing "
    "harder than a moderate effort.",
    "muscle-goal.moderate": "You train for strength, so leave out tempo runs, jumps and sprints for one more day.",
    "muscle-goal.low": "You train for strength, so keep impact low and your effort moderate for {wait} after a leg "
    "session.",
    # Warning signs and doctors
    "emergency": "This needs emergency help now, however your legs feel: {signs}.",
    "urgent": "A doctor should look at this today: {signs}.",
    "urgent.muscle": "This could be a sign of serious muscle breakdown (rhabdomyolysis): {signs}.",
    "urgent.muscle.only": "A doctor should look at this today, because it could be a sign of serious muscle "
    "breakdown (rhabdomyolysis): {signs}.",
    "urgent.action": "Get medical help today, and do not exercise until then. Go to urgent care, or to emergency "
    "care if it gets worse.",
    "urgent.action.pregnant": "Get medical help today, and do not exercise until then. Call your maternity unit or "
    "go to urgent care, or to emergency care if it gets worse.",
    "tell-an-adult": "Tell a parent or another adult.",
    "fever": "Do not exercise with a fever of {fever} or more, however your legs feel.",
    "fever.action": "Do not exercise with a fever. Rest until it has been gone for at least {wait}, then return "
    "gradually.",
    "resting-pulse.high": "Your resting heart rate is {rate}, so do not train today.",
    "resting-pulse.above": "Your resting heart rate is {rate}, which is {above} above your usual, so do not train "
    "today.",
    "resting-pulse.action": "Rest, drink, and measure again after 10 quiet minutes. Look for a fever, vomiting, too "
    "little to drink or a new medicine. If your heart rate is still this high tomorrow, see a doctor. If you have "
    "chest pain, breathlessness or a fluttering heart, or you faint, call your local emergency number now.",
    "raised-pulse.much": "Your resting heart rate is {above} or more above your usual, so keep it light and short "
    "today.",
    "raised-pulse.little": "Your resting heart rate is {above} or more above your usual, so go one step easier than "
    "you otherwise would.",
    "under-18": "This calculator is for people aged {age} and over: its numbers have not been tested for younger "
    "people.",
    "under-18.action": "Ask your coach. Stay active, and keep the day after a hard leg session easy.",
    "as-agreed": "Your doctor has agreed that you may exercise. Keep your effort light or moderate, as agreed, and "
    "leave out intervals.",
    "heart-disease": "You have heart disease, so ask your doctor before you start a cardio plan.",
    "heart-disease.walk": "You have heart disease, so ask your doctor before you start a cardio plan. Until then, "
    "walk easily.",
    "heart-disease.action": "Ask your doctor or cardiac team which effort is safe for you.",
    "heart-disease.action.walk": "Ask your doctor or cardiac team which effort is safe for you. Until then, walk "
    "easily and stop at any symptom.",
    "clearance-first": "You have chosen {conditions}. Ask a doctor before you train.",
    "clearance-first.action": "Ask a doctor who knows you which exercise is safe for you.",
    "clearance-first.action.walk": "Ask a doctor who knows you which exercise is safe for you. Until then, walk "
    "easily and stop at any symptom.",
    "bone-pain": "Bone pain in one spot could come from a bone stress injury. Do not run, jump or load that leg "
    "until a doctor has looked at it.",
    "bone-pain.action": "See a doctor this week. Until then, do only cardio without impact, and only if it does not "
    "hurt.",
    "joint-locking": "If a joint locks or gives way, a doctor needs to look at it before you put load or impact on it.",
    "joint-locking.action": "See a doctor this week. Until then, do not run, jump or turn sharply, and do only "
    "cardio without impact that does not hurt.",
    "unexplained-decline": "You have felt weaker, slept badly or felt low for 2 weeks or more. Take easy days and "
    "see a doctor.",
    "unexplained-decline.action": "See a doctor this week. Until then, move lightly for up to {most}.",
    "lasting-soreness.rising": "Your legs are {soreness} out of 10 sore, and it is getting worse. Ordinary soreness "
    "goes in 2 to 5 days.",
    "lasting-soreness.days": "Your legs are still {soreness} out of 10 sore after about {days}. Ordinary soreness "
    "goes in 2 to 5 days.",
    "lasting-soreness.action": "See a doctor this week about the soreness. Until then, move only lightly, and only "
    "if it does not hurt.",
    "screening.heart": "You have heart disease, so keep to a moderate effort unless your doctor has agreed to more.",
    "screening.kidney": "You have kidney disease, so keep to a moderate effort unless your doctor has agreed to more.",
    "screening.diabetes": "You have diabetes, so keep to a moderate effort unless your doctor has agreed to more.",
    "screening.medicine": "You take a medicine that lowers blood sugar, so keep to a moderate effort unless your "
    "doctor has agreed to more.",
    "screening.pressure": "You have high blood pressure, so keep to a moderate effort unless your doctor has agreed "
    "to more. Keep breathing through every effort.",
    "screening.action": "Ask your doctor before you train hard. Until then, keep to a moderate effort.",
    "head-cold": "You have a head cold, so keep to a moderate effort for up to {most}. Stop if it goes to your chest "
    "or you get a fever.",
    # Conditions, medicines and age
    "pregnancy": "You are pregnant, so keep to low impact and a moderate effort at which you can talk, and avoid "
    "falls and contact.",
    "postpartum.early": "You gave birth less than {weeks} ago, so walk and move lightly, without impact, as your "
    "midwife agrees.",
    "postpartum.later": "You gave birth in recent months, so return gently with low impact. If you leak, feel "
    "heaviness or have pain, leave out all impact.",
    "new-to-cardio": "You are {age} or over and do not do cardio regularly, so keep to a moderate effort and leave "
    "out skates and skis. Ask a doctor before anything harder.",
    "heart-rate-medicine.beta-blockers": "You take a beta blocker, so heart-rate ranges do not work for you and we "
    "leave them out. Keep to a moderate effort until your doctor has agreed to more.",
    "heart-rate-medicine.other": "You take a blood pressure medicine. Some of them make heart-rate ranges wrong, so "
    "we leave the ranges out. Keep to a moderate effort until your doctor has agreed to more.",
    "glucose": "You have diabetes or take a medicine that lowers blood sugar. Exercise is good for you, and you need "
    "a glucose plan.",
    "rhabdo-caution": "You take a statin or have kidney disease. Do nothing new and all-out today, and drink enough. "
    "If you get dark urine or severe weakness, get medical help the same day.",
    "knee": "You have a painful or worn knee, so keep impact low and leave out stairs and steep runs.",
    "hip": "You have hip pain, so keep impact low and leave out steep paths and wide steps.",
    "ankle": "You have sprained an ankle, so avoid impact, turns and slippery ground. Walk on the flat only if it "
    "does not hurt.",
    "achilles": "You have Achilles pain, so keep impact low and stay on the flat, without hops, hills or stairs.",
    "shin": "You have shin pain, so avoid repeated impact. If one spot of bone hurts, see a doctor this week.",
    "low-back": "Your lower back is sore, so leave out rowing, the ski-erg, ropes and loaded packs.",
    "osteoporosis": "You have osteoporosis, so keep impact low, and avoid falls and loads on a bent back.",
    "body-weight": "To be kinder to your joints, start with low-impact cardio.",
    "irregular-heartbeat": "You have an irregular heartbeat, so keep to a moderate effort and judge it by your "
    "breath, not by your heart rate. Ask your doctor before anything harder.",
    "asthma": "You have asthma, so keep to a moderate effort, warm up longer and carry your reliever. Ask your "
    "doctor before anything harder.",
    "epilepsy": "You have epilepsy, so do not swim alone, leave out climbing machines, steep runs, skates and skis, "
    "and keep to a moderate effort.",
    "sickle-cell-trait": "You have sickle cell trait, so avoid all-out effort and heat, drink enough, and rest "
    "between efforts.",
    "blood-thinner": "You take a blood thinner, so avoid contact and falls, and keep to a moderate effort.",
    "muscle-strain": "You have strained a muscle, which is not soreness. Leave out impact, and work that leg "
    "lightly, only as far as it does not hurt. See a doctor or physiotherapist if it is not better in a week.",
    "muscle-strain.action": "See a doctor or physiotherapist this week, because the strain changes how you walk.",
    "foot-pain": "You have foot pain, so choose cardio without impact, or a short easy walk.",
    "foot-pain-walks": "You have foot pain, so keep a walk within {most}.",
    "pelvic-floor": "You leak urine or feel heaviness, so choose cardio without impact, and see a pelvic-health "
    "physiotherapist.",
    "other-health.condition": "This calculator does not know your condition, so keep to a moderate effort. Ask your "
    "doctor before anything harder.",
    "other-health.medicine": "This calculator does not know your medicine, so keep to a moderate effort. Ask your "
    "doctor before anything harder.",
}
_ADVISORIES = {
    # Warnings
    "rhabdo-signs": "These are the signs of serious muscle breakdown (rhabdomyolysis): dark urine, marked swelling, "
    "and severe weakness or pain. If you have any of them, get medical help the same day.",
    "calf-clot": "If you also become breathless, call your local emergency number.",
    "recheck-signs": "If the soreness gets worse instead of better, or is still there {wait} after your leg session, "
    "see a doctor this week.",
    "no-chasing": "Do not try to catch up on the session that you planned. You can do it when your legs are ready.",
    "beta-blocker.beta-blockers": "You take a beta blocker, so do not train by heart rate. Use your effort and the "
    "talk test, and ask your doctor or cardiac team for a target.",
    "beta-blocker.other": "Some blood pressure medicines change your heart rate, so do not train by it. Use your "
    "effort and the talk test, and ask your doctor or cardiac team for a target.",
    "pregnancy-signs": "Warning signs in pregnancy: if you have {signs}, stop and call your maternity unit, midwife "
    "or obstetric team today. If you have chest pain, faint, or are breathless at rest, call your local emergency "
    "number now.",
    "pregnancy-effort": "Keep your effort between {low} and {high} on the 6 to 20 scale, and use the talk test "
    "rather than heart-rate ranges.",
    "glucose-plan": "Check your glucose before, during and after. It can fall late, and overnight after a leg "
    "session and cardio. Carry fast sugar.",
    "hold-quality": "Leave out fast running for {wait} after each leg session until you have done a few of them.",
    "clearance": "Ask your doctor before you train hard, and say what you plan and how hard it is.",
    "youth": "This calculator is for adults. Ask your coach instead.",
    "strain-signs": "You may need rest, because of {signs}. Take it easier today than you could. If it lasts 2 "
    "weeks, see a doctor.",
    "do-not-race.doctor": "Do not race or play until a doctor has looked at this.",
    "do-not-race.ill": "Do not race or play until you have been well for a full day, and then only if you feel normal.",
    "do-not-race.limp": "Do not race or play while you limp. Decide on the day, and only if you walk normally again.",
    "do-not-race.cold": "You have a head cold, so decide on the day. Race or play only if it stays above the neck "
    "and you have no fever.",
    "ask-first": "Ask a doctor who knows your condition before you do more than this, and stop at any new symptom.",
    "physio-first": "See a physiotherapist first. Until then, do nothing that hurts, makes you leak or makes you limp.",
    "see-if-not-easing": "If it does not get better, or still hurts {wait} after your leg session, see a doctor.",
    "new-class-signs": "Put off a first hard class until {wait} after your leg session. If you then have dark urine, "
    "marked swelling or severe weakness, get medical help the same day.",
    "downhill": "Going downhill makes sore legs sorer. Choose a gentle way down, take short steps and use poles.",
    "effort-not-pulse": "Judge your effort by your breath, not by your heart rate: you should be able to talk.",
    # Tips
    "soreness-peak": "Soreness may still get worse: it usually peaks {peak} after the session.",
    "lift-first": "You lifted first, which is the better order for leg strength. It is better still to leave {wait} "
    "or more between the two.",
    "fat-loss-balance": "Your calorie balance over weeks decides how much fat you lose. Intervals are not superior, "
    "but they save time, so choose what you can keep up.",
    "fuel": "Eat carbohydrate before and during a long session.",
    "fuel.emptied": "Eat carbohydrate before and during a long session: a hard leg session uses about {share} of "
    "what your thighs store.",
    "protect-next.lift-first": "Your leg session is within {wait}, so lift first and do the cardio afterwards.",
    "protect-next.stop": "Save your legs for the next leg session: stop while this still feels easy.",
    "rope": "Skipping is high impact for your calves and shins, so keep it for days with fresh legs.",
    "water": "Your legs feel better while you are in the water, but it does not make them recover sooner.",
    "arms-lead-cue": "Use a pull buoy and kick gently, so that your arms do the work.",
    "peak-power": "You may sprint with less power, and be slower at the same effort, so judge by your effort.",
    "event-power": "Your legs may have less power on the day.",
    "plan-legs": "Next time, leave {gap} between your leg session and a match, race or hard session.",
    "same-effort": "Keep your usual effort and let the pace be slower.",
    "order-endurance.run": "If endurance comes first for you, do your hard run before the leg session, or a day apart.",
    "order-endurance.session": "If endurance comes first for you, do your hard cardio before the leg session, or a "
    "day apart.",
    "resting-pulse-high": "Your resting heart rate is higher than it should be. Look for a fever, too little to "
    "drink or a new medicine, and see a doctor if it is still high tomorrow.",
    "race-week.long": "Do your last hard leg session {legs} before your race, and only light ones within {light}. "
    "From {last} before it, do nothing longer than {most} and nothing hard but a few strides. The day before, run "
    "easily for up to {easy}. Try nothing new in these days.",
    "race-week.short": "Do your last hard leg session {legs} before your match, race or test. From {last} before it, "
    "do nothing longer than {most} and nothing hard but a few strides. The day before, move easily for up to {easy}. "
    "Try nothing new in these days.",
    "sprint-on-sore": "Do not sprint on sore legs: a sore muscle is slower and easier to tear.",
    "build-up-to-sprints": "Build up to sprints over some weeks. Start with strides, then do a few short sprints "
    "with full rests.",
    "load-on-bone": "A pack loads the bones of your feet and shins with every step. Start light, add weight slowly, "
    "and stop if one spot hurts.",
    "explosive-suffers": "A leg session takes most from jumps, sprints and cuts, so expect less of them today.",
    # Aids to recovery
    "sleep": "Sleep for {sleep}: it costs nothing and helps everything else.",
    "protein": "Eat about {protein} g of protein per kg of your weight a day. When you eat it makes little difference.",
    "protein.kidney": "Ask your kidney team how much protein suits you.",
    "carbohydrate": "You train again within {gap}, so eat {carbohydrate} g of carbohydrate per kg of your weight "
    "each hour until then.",
    "carbohydrate.diabetes": "You train again within {gap}, so plan your carbohydrate with your diabetes team.",
    "foam-rolling": "If you like it, roll for {minutes}. It may ease soreness a little (about {effect}), but you do "
    "not recover sooner.",
    "massage": "If you can get one, have a massage: in pooled trials it eased soreness most of all the aids.",
    "stretching": "Stretch only for comfort: it changes soreness by {effect} or less.",
    "cold-water": "Skip cold baths right after lifting while you train for strength or size: they reduce your gains "
    "a little.",
    "easy-movement": "Easy movement often feels better for an hour or so, but muscle has not been shown to recover "
    "sooner.",
}
_STRAIN = {
    "sleep": "{hours} of sleep",
    "pulse": "a raised resting heart rate",
    "hard-days": "{days} of hard training in a row",
    "tired": "great tiredness",
    "decline": "2 weeks or more of feeling worse",
}
_HEADLINES = {
    "under-18": "This calculator is for people aged 18 and over. Ask your coach about today.",
    "clearance": "Ask your doctor before you train.",
    "rest": "Do not exercise today. Rest.",
    "fever": "Do not exercise today. Rest until your fever has been gone for a full day.",
    "doctor": "Do not exercise today. Rest, and see a doctor this week.",
    "today": "Do not exercise. Get medical help today.",
    "emergency": "Stop and call for emergency help now.",
    "rest-first": "Rest today, or keep it gentle.",
    "ask-first": "Ask your doctor first. Until then, do no more than this.",
    "doctor-first": "See a doctor this week. Until then, do only this, if it makes nothing worse.",
    "doctor-first.painless": "See a doctor this week. Until then, do only this, if it does not hurt.",
    "after-legs": "Do this after your leg session, or not today.",
    "until-doctor": "Rest until a doctor has looked at this.",
    "session": "{do} for {minutes}, {effort}.",
    "session.around": "{do} for {minutes} including warm-up and cool-down, {effort}.",
    "session.counted": "{do}: {counted}; {minutes} in all, {effort}.",
    "session.stretches": "{do} {counted}; {minutes} in all, {effort}.",
}
_WHY = {
    "soreness": "Your legs are {soreness} out of 10 sore.",
    "readiness": "Your readiness is about {score} out of 100.",
    "lifting": "Lifting is new to you.",
    "novelty": "Your legs were not used to this session.",
    "runner.none": "You have not said that you run.",
    "runner.some": "You run only now and then.",
    "event": "Your match, race or hard session is {gap} away.",
    "leg-session": "Your leg session was {gap} ago.",
    "strain": "You have {signs} that you need rest.",
    "walk": "Soreness changes how you walk.",
    "time": "You have {time}, warm-up and cool-down included.",
    "next-legs": "You train legs again in {gap}.",
    "strength": "You train for strength.",
    "recovery": "You want to recover.",
    "all-out": "All-out effort is only for trained runners without health conditions.",
    "length": "Your goal and your readiness of {score} set the length of the session.",
    "impact": "So choose {impact} today.",
    "effort": "So keep to {effort} today.",
    "minutes": "So do up to {minutes} today.",
    "impact-effort": "So choose {impact} at {effort} today.",
    "impact-minutes": "So choose {impact} for up to {minutes} today.",
    "effort-minutes": "So keep to {effort} for up to {minutes} today.",
    "impact-effort-minutes": "So choose {impact} at {effort} for up to {minutes} today.",
}
_PARTS = {
    "impact.none": "cardio without impact",
    "impact.low": "cardio with low impact",
    "impact.moderate": "cardio with moderate impact at most",
    "impact.high": "any cardio",
    "amount.low": "low",
    "amount.moderate": "moderate",
    "amount.high": "high",
    "effort.very_light": "a very light effort",
    "effort.light": "a light effort",
    "effort.moderate": "a moderate effort at most",
    "effort.vigorous": "a hard effort at most",
    "effort.near_max": "an all-out effort at most",
    "level.very_light": "very light",
    "level.light": "light",
    "level.moderate": "moderate",
    "level.vigorous": "hard",
    "level.near_max": "all-out",
}
_PLAN = {
    "go": "Yes, you can do this: {name} for {minutes} in all, at {effort} effort.",
    "go.later": "Yes, in {hours} you can do this: {name} for {minutes} in all, at {effort} effort.",
    "easier": "Yes, but go easier: {name} for {minutes} in all, at {effort} effort.",
    "easier.later": "Yes, in {hours} you can, but go easier: {name} for {minutes} in all, at {effort} effort.",
    "shorter": "Yes, but make it shorter: {name} for {minutes} in all, at {effort} effort.",
    "shorter.later": "Yes, in {hours} you can, but make it shorter: {name} for {minutes} in all, at {effort} effort.",
    "easier-shorter": "Yes, but make it easier and shorter: {name} for {minutes} in all, at {effort} effort.",
    "easier-shorter.later": "Yes, in {hours} you can, but make it easier and shorter: {name} for {minutes} in all, "
    "at {effort} effort.",
    "ask-first": "Ask your doctor first. Until then, do no more than this: {name} for {minutes} in all, at {effort} "
    "effort.",
    "ask-first.later": "Ask your doctor first. Until then, in {hours}, do no more than this: {name} for {minutes} in "
    "all, at {effort} effort.",
    "wait": "Not yet: wait about {wait} before you do this ({name}).",
    "wait.later": "In {hours} it is too early for this ({name}): wait about {wait} from now.",
    "not-today": "Do not do this today: {name}.",
    "not-today.later": "Do not do this in {hours}: {name}.",
    "now": "This suits you now.",
    "effort.very_light": "a very easy",
    "effort.light": "an easy",
    "effort.moderate": "a moderate",
    "effort.vigorous": "a hard",
    "effort.near_max": "an all-out",
    "adjust.ask_first": "Ask your doctor first.",
    "adjust.shorter": "Make it shorter: do {minutes} at most, plus warm-up and cool-down.",
    "adjust.easier.very_light": "Go easier, so that you could sing.",
    "adjust.easier.light": "Go easier, so that you can hold a full conversation.",
    "adjust.easier.moderate": "Go easier, so that you can talk but not sing.",
    "adjust.easier.vigorous": "Go easier, so that you can still say a few words at a time.",
    "adjust.easier.near_max": "Go a little easier than all-out.",
    "adjust.skip_sprints": "Leave out sprints, jumps and every all-out effort.",
    "adjust.take_breaks": "If you cannot make it shorter, take a break after every {minutes}.",
    "adjust.warm_up_longer": "Warm up longer than usual: keep the first 10 minutes very easy.",
    "adjust.afterwards": "Afterwards, walk easily for a few minutes, eat and drink, and keep the rest of the day "
    "light.",
    "adjust.slow_down": "Take part, but slow down or rest in every hard part.",
    "against.warm-up": "If you cannot leave it out, warm up for {longest} first.",
    "against.spells": "Take part in short spells: after every {spell}, rest, walk or change places with somebody for a few "
    "minutes.",
    "against.leave-out": "Leave out sprints, jumps, sudden turns and contact.",
    "against.stop": "Stop if you limp, or if pain in one place is above {pain} out of 10.",
    "against.cancel": "Cancel it now. You can go along and watch. If it is your way home, take the bus or a lift.",
    "price.missed": "If you miss a session, you lose nothing that you cannot make up. If you train before a doctor "
    "has looked, you could.",
    "price.tired": "On tired legs it would take more effort for less training.",
    "price.skip": "If you leave it out now, you lose no fitness.",
    "price.next-legs": "It may cost you repetitions in your leg session in {hours}: the easier you go, the fewer.",
    "price.spared": "It costs your legs next to nothing, today or tomorrow.",
    "price.strained": "The rest of you is tired today, so it takes more than usual. Stop while you still feel well.",
    "price.ready": "Your legs are ready for it: it costs no more than usual today, and nothing tomorrow.",
    "price.run": "Today it takes {price} more effort than usual. If you go no further than this, you will feel "
    "little of it tomorrow.",
    "price.other": "It will feel harder than usual today. If you go no further than this, you will feel little of it "
    "tomorrow.",
    "price.strength": "It takes a little of the recovery that your strength needs.",
    "because.room": "Your readiness is about {score} out of 100 then, and today's limits leave room for this.",
    "outline.go": "You could do your {name} as planned.",
    "outline.go_adjusted": "You could do your {name}, but easier or shorter.",
    "outline.closed": "You would leave out your {name} today.",
}
_CHANGES = {
    "outcome.recommend": "We would suggest a session without cautions.",
    "outcome.recommend_with_caution": "We would suggest a session, with some cautions.",
    "outcome.rest_or_walk_only": "We would suggest rest or a gentle walk.",
    "outcome.needs_clearance": "We would ask you to see your doctor first.",
    "outcome.stop_refer_routine": "We would ask you to see a doctor first.",
    "impact.up": "You could go up to {new} impact instead of {old}.",
    "impact.up.from-none": "You could go up to {new} impact instead of none.",
    "impact.down": "You would stay at {new} impact instead of {old}.",
    "impact.down.to-none": "You would avoid all impact.",
    "effort.up": "Your effort could be {new} instead of {old}.",
    "effort.down": "Your effort would stay {new} instead of {old}.",
    "arms.up": "Where your arms do the work, your effort could be {new} instead of {old}.",
    "arms.down": "Where your arms do the work, your effort would stay {new} instead of {old}.",
    "minutes.up": "You could go on for up to {new} instead of {old}.",
    "minutes.down": "You would stop after {new} instead of {old}.",
    "kinds.instead": "We would suggest {new} instead of {old}.",
    "kinds.more": "We would also suggest {new}.",
    "kinds.fewer": "We would no longer suggest {old}.",
    "kinds.first": "We would suggest {new} first.",
    "session.form": "We would suggest {name} in another form.",
    "session.effort": "We would suggest {name} at {new} effort instead of {old} one.",
    "session.minutes": "We would suggest {name} for {new} instead of {old}.",
}
_ANSWER = {
    "next-check.doctor": "Ask again when a doctor has looked at this.",
    "next-check.walk": "Ask again when you walk normally again.",
    "next-check.tomorrow": "Ask again tomorrow, or when something changes.",
    "next-check.low": "Cardio with low impact should be fine in about {wait}, if {condition}. Check again then.",
    "next-check.moderate": "Cardio with moderate impact should be fine in about {wait}, if {condition}. Check again "
    "then.",
    "next-check.high": "Cardio with high impact should be fine in about {wait}, if {condition}. Check again then.",
    "condition.no-sorer": "you are no sorer than now",
    "condition.easing": "your soreness eases as usual",
    "condition.walk.no-sorer": "you walk normally again and are no sorer than now",
    "condition.walk.easing": "you walk normally again and your soreness eases as usual",
    "readiness.session.light": "A light leg session {gap} ago.",
    "readiness.session.moderate": "A moderate leg session {gap} ago.",
    "readiness.session.hard": "A hard leg session {gap} ago.",
    "readiness.session.very_hard": "A very hard leg session {gap} ago.",
    "readiness.soreness": "Soreness of {soreness} out of 10.",
    "readiness.strain": "Short sleep and other signs that you need rest.",
    "readiness.walk": "Soreness that changes how you walk.",
}
_HEART_RATE = {
    "age": "Enter your age to see a heart-rate range.",
    "resting": "With a resting heart rate outside {range} there is no range, so go by your effort.",
    "mismatch": "Your heart rates do not fit together, so there is no range. Go by your effort.",
    "measured.maximum": "We used a share of your measured maximum, give or take a few beats. Your effort and the "
    "talk test come first.",
    "measured.reserve": "We used your measured maximum and your resting heart rate (Karvonen), give or take a few "
    "beats. Your effort and the talk test come first.",
    "tanaka.maximum": "We used a share of the maximum for your age (Tanaka), give or take {error} or more. Your "
    "effort and the talk test come first.",
    "tanaka.reserve": "We used the maximum for your age (Tanaka) and your resting heart rate (Karvonen), give or "
    "take {error} or more. Your effort and the talk test come first.",
    "gulati.maximum": "We used a share of the maximum for your age (Gulati), give or take {error} or more. Your "
    "effort and the talk test come first.",
    "gulati.reserve": "We used the maximum for your age (Gulati) and your resting heart rate (Karvonen), give or "
    "take {error} or more. Your effort and the talk test come first.",
    "lag": "Your heart rate lags behind efforts this short, so go by your effort.",
}
_SESSION = {
    "prefer": "You prefer it, and today's limits leave room for it.",
    "explosive": "It trains speed and power, and your legs are fresh enough for it.",
    "intervals": "Intervals make you fitter in less time, and your legs are ready for them today.",
    "own-sport": "You do it every week, and today's limits leave room for it.",
    "machine": "You have this machine, and today's limits leave room for it.",
    "best": "It suits you best of what you can do today.",
    "no-equipment": "You need no equipment for it.",
    "kind.arms": "It goes easiest on your legs, because they rest.",
    "kind.no-impact": "It goes easiest on your legs: there is no impact, and it works your {muscles}.",
    "kind.soft": "It goes easiest on your legs: you land softly, and it works your {muscles}.",
    "goal.recovery": "It is gentle enough to leave you fresher.",
    "goal.general_health": "It counts towards your weekly activity.",
    "goal.fat_loss": "You can keep it up for longer, and that is what counts for fat loss.",
    "goal.muscle_strength": "It costs your legs little while they recover.",
    "goal.speed_power": "It keeps you loose without tiring you for speed.",
    "goal.aerobic_endurance": "It builds the endurance that you train for.",
    "more.walk_incline": "The slope makes a walk harder without a harder landing.",
    "more.incline_treadmill_run": "Running uphill trains the push of a sprint without the hard landing.",
    "more.aqua_jog": "It works your running muscles without a landing.",
    "more.circuit": "It adds strength work for your upper body, which you need every week as well.",
    "arms.moderate": "Your arms do the work, so you can go up to a moderate effort if you want to push and your legs "
    "stay quiet.",
    "arms.vigorous": "Your arms do the work, so you can go up to a hard effort if you want to push and your legs "
    "stay quiet.",
    "left-out": "You have equipment for this, but we leave it out today: {name}.",
    "warm-up": "Start very easily and build up to your full effort. Loosen your hips, knees and ankles.",
    "warm-up.explosive": "Start very easily. Then do leg swings and skips, and three runs, each faster than the last.",
    "cool-down": "Slow down gradually until your breath is calm.",
    "set-rest": "Move easily between the sets.",
    "finish": "Finish at an easy, even effort.",
    "stop.spot": "Stop if that spot or joint hurts, or if the joint gives way.",
    "stop": "Stop if one spot hurts more than {pain} out of 10, or if you limp.",
    "stop.sore": "Stop if one spot hurts more than {pain} out of 10, beyond the soreness you came with, or if you "
    "limp.",
    "stop.limp": "Stop if one spot hurts more than {pain} out of 10, or if you limp more than when you started.",
    "stop.sore.limp": "Stop if one spot hurts more than {pain} out of 10, beyond the soreness you came with, or if "
    "you limp more than when you started.",
    "stop.emergency": "If you have chest pain, cannot get your breath or faint, stop and call your local emergency "
    "number now.",
    "pregnancy.yoga": "Choose seated, side-lying and standing poses. Do not lie flat on your back for long, and keep "
    "cool.",
}
_WEEK = {
    "full": "Every hour that you chose is taken by other training.",
    "none": "Rest on this day: nothing suits it with the equipment that you have.",
    "does-not-fit": "This does not fit on this day: {name}.",
    "rest.planned": "You planned a rest day.",
    "rest.lifting": "You lift on this day, so we added no cardio.",
    "rest": "Take this day off.",
    "summary": "You do {minutes} of cardio. Adults should do {target} a week.",
    "summary.equivalent": "You do {minutes} of cardio, which counts as {equivalent} of the {target} that adults "
    "should do a week: hard minutes count double, and light ones do not count.",
    "headline": "You do cardio on {busy} of {days}.",
    "headline.conflicts": "You do cardio on {busy} of {days}, and there is something to settle: {conflicts}.",
    "day.cardio": "{time}: {name}, {minutes}.",
    "day.cardio.format": "{time}: {name}, {minutes} ({format}).",
    "day.event": "{time}: {name}, {minutes} (match, race or test).",
    "day.key": "{time}: {name}, {minutes} (hard session).",
    "day.easy": "{time}: {name}, {minutes} (easy session).",
    "conflict.session": "Your {name} on {at} does not fit.",
    "conflict.lift-first": "Your leg session on {at} comes after your {name} on the same day. You train for "
    "strength, so lift first.",
    "conflict.tired-legs": "Your leg session on {at} starts less than {wait} after your {name}, and tired legs lift "
    "less.",
    "conflict.event": "Your hard leg session on {at} is less than {wait} before your {name}. Leave more time than "
    "that.",
    "conflict.event.unnamed": "Your hard leg session on {at} is less than {wait} before your match or race. Leave "
    "more time than that.",
    "conflict.many-leg-days": "You have {days} with hard leg sessions. Make one of them lighter, or leave it out: "
    "your legs get stronger only if they can recover.",
    "conflict.neighbours": "You train legs hard on {one} and on {two}. Leave about {gap} between hard leg sessions.",
    "conflict.no-rest": "You have fixed cardio on {busy} of {days}, and you want {wanted} without cardio. Give up "
    "one session, or put two on one day.",
    "move.legs": "Move your leg session from {start} to {to}.",
    "move.key": "Move your {name} from {start} to {to}.",
    "move.settles": "This settles {settled} of {conflicts}.",
    "move.costs": "This costs you {minutes} of the cardio that counts this week.",
    "move.costs.harder": "You then do {minutes} less cardio, but it counts for as much, because more of it is hard.",
    "move.free": "This costs you no cardio.",
    "move.none": "No move of one session settles this. Make a leg session lighter, or the session that does not fit "
    "shorter or easier.",
    "move.none.legs": "No move settles this. Make a leg session lighter, or leave it out.",
    "move.none.rest": "No move makes room for rest. Leave one session out, or put two on one day.",
    "move.not-legs": "Your leg days do not cause this, so moving them would change nothing.",
    "alternative.legs": "Leg session on {day}, not on {instead_of}",
    "alternative.cardio": "{name} on {day}, not on {instead_of}",
    "alternative.without-legs": "Without the leg session on {day}",
    "alternative.without-cardio": "Without the {name} on {day}",
    "compare.one": "We can plan only one of the two weeks.",
    "compare.conflicts": "You have fewer conflicts in {better}: {fewer}, against {more} in {other}.",
    "compare.more-cardio": "You also do {minutes} more cardio.",
    "compare.less-cardio": "You do {minutes} less cardio.",
    "compare.soreness": "Your legs are less sore on days with cardio in {better} than in {other}.",
    "compare.minutes": "You have {minutes} for cardio in {better}, and {fewer} in {other}.",
    "compare.same": "Both weeks have {minutes} of cardio and suit your legs equally, so take the one that you like "
    "better.",
    "week.first": "the first week",
    "week.second": "the second week",
    "week.legs": "the week with leg sessions on {days}",
    "week.no-legs": "the week without leg sessions",
}
_FORM = {
    "week.unreadable": "{value} cannot be read.",
    "week.same-day": "{value} is one of several for the same day.",
    "week.same-hour": "{value} starts at the same time as another session.",
    "week.second-number": "{value} is a second number.",
    "week.many-hours": "{value} is one hour too many.",
    "week.rest-day": "{value} is on a day without cardio.",
    "week-legs": "Choose one leg session for each day: enter a day, a full hour from 0 to 23 and how hard it is, or "
    "leave it out.",
    "week-lift": "Enter a day and a full hour from 0 to 23, or leave it out.",
    "week-key": "Enter a day, a full hour from 0 to 23, a kind of cardio and its minutes, or leave it out.",
    "week-event": "Enter a day, a full hour from 0 to 23, a kind of cardio and its minutes, or leave it out.",
    "week-easy": "Enter a day, a full hour from 0 to 23, a kind of cardio and its minutes, or leave it out.",
    "week-rest": "Enter a day of the week, or leave it out.",
    "week-rest-days": "Enter a whole number from 0 to {days}, or leave it out.",
    "week-minutes": "Enter a day and from 5 to 240 minutes, or leave it out.",
    "week-hour": "Enter a full hour from 0 to 23, and {hours} at most, or leave it out.",
    "week-soreness": "Enter a whole number from 0 to 10, or leave it out.",
    "empty": "There is no value.",
    "not-a-number": "{value} is not a number.",
    "not-whole": "{value} is not a whole number.",
    "out-of-range": "{value} is out of range.",
    "unknown": "{value} is not one of the answers.",
    "did-you-mean": "Did you mean {near}?",
    "given-twice": "There are {times} values, and only one is possible.",
    "enter.whole": "Enter a whole number from {low} to {high}, or leave it out.",
    "enter.number": "Enter a number from {low} to {high}, or leave it out.",
    "enter.whole.unit": "Enter a whole number of {unit} from {low} to {high}, or leave it out.",
    "enter.number.unit": "Enter a number of {unit} from {low} to {high}, or leave it out.",
    "choose.one": "Choose one of {values}, or leave it out.",
    "choose.any": "Choose from {values}, or leave it out if none applies.",
    "no-question": "There is no question {name}.",
    "no-question.week": "There is no question {name} about today, because it belongs to a week.",
    "write-question": "If you mean {question}, write {right}. If not, leave it out.",
    "write": "Write {right}, or leave it out.",
    "leave-out": "Leave it out.",
    "many-names": "The answers hold {number} names that are not questions here. Leave them out.",
    "choice": "The chosen session (choice): {value} is not a kind of cardio. Leave it out to take the first.",
    "choice.near": "The chosen session (choice): {value} is not a kind of cardio. If you mean {name}, write {near}. "
    "Leave it out to take the first.",
    "too-long": "The answers are too long ({length} characters): {most} are allowed. Start again with an empty form.",
}
_GROUPS = {
    "rule": _RULES,
    "advisory": _ADVISORIES,
    "strain": _STRAIN,
    "headline": _HEADLINES,
    "why": _WHY,
    "part": _PARTS,
    "plan": _PLAN,
    "change": _CHANGES,
    "answer": _ANSWER,
    "heart-rate": _HEART_RATE,
    "session": _SESSION,
    "week": _WEEK,
    "form": _FORM,
}
# Every sentence by its id, such as `rule.knee` or `headline.emergency`.
SENTENCES: dict[str, str] = {
    f"{group}.{name}": text for group, table in _GROUPS.items() for name, text in table.items()
}
