"""Advisories: sentences that limit nothing. Warnings, tips, and aids to recovery, each in the order of the answer."""

from __future__ import annotations

from calculator.rules.advisories.recovery_aids import (
    carbohydrate,
    cold_water,
    easy_movement,
    foam_rolling,
    massage,
    protein,
    sleep,
    stretching,
)
from calculator.rules.advisories.tips import (
    arms_lead_cue,
    build_up_to_sprints,
    event_power,
    explosive_suffers,
    fat_loss_balance,
    fuel,
    lift_first,
    load_on_bone,
    order_endurance,
    peak_power,
    plan_legs,
    protect_next,
    race_week,
    resting_pulse_high,
    rope,
    same_effort,
    soreness_peak,
    sprint_on_sore,
    water,
)
from calculator.rules.advisories.warnings import (
    ask_first,
    beta_blocker,
    calf_clot,
    clearance,
    do_not_race,
    downhill,
    effort_not_pulse,
    glucose_plan,
    hold_quality,
    new_class_signs,
    no_chasing,
    physio_first,
    pregnancy_effort,
    pregnancy_signs,
    recheck_signs,
    rhabdo_signs,
    see_if_not_easing,
    strain_signs,
    youth,
)

__all__ = ["AIDS", "SIGNS", "WARNINGS", "WARNING_IDS", "warning_id"]

# What a reader hears who gets no plan: signs and people, never a way to train.
SIGNS = (rhabdo_signs, calf_clot, do_not_race, pregnancy_signs, youth)


# What programs call a remark, where the public name differs from the remark's own.
WARNING_IDS = {
    "new-class-signs": "new_class",
    "rhabdo-signs": "rhabdomyolysis",
    "soreness-peak": "soreness_rises",
    "pregnancy-signs": "stop_signs_pregnancy",
    "glucose-plan": "late_low_glucose",
    "beta-blocker": "effort_not_pulse",
    "ask-first": "ask_first_other_condition",
    "recheck-signs": "see_if_not_easing",
    "resting-pulse": "resting_pulse_high",
}


WARNINGS = (
    rhabdo_signs,
    calf_clot,
    do_not_race,
    resting_pulse_high,
    strain_signs,
    ask_first,
    physio_first,
    race_week,
    new_class_signs,
    sprint_on_sore,
    build_up_to_sprints,
    downhill,
    load_on_bone,
    explosive_suffers,
    effort_not_pulse,
    pregnancy_signs,
    pregnancy_effort,
    beta_blocker,
    glucose_plan,
    clearance,
    youth,
    no_chasing,
    event_power,
    plan_legs,
    protect_next,
    rope,
    water,
    arms_lead_cue,
    fuel,
    fat_loss_balance,
    hold_quality,
    peak_power,
    same_effort,
    order_endurance,
    lift_first,
    recheck_signs,
    see_if_not_easing,
    soreness_peak,
)


def warning_id(remark_id: str) -> str:
    """The public id of a remark's warning, or of a rule whose stop is a warning."""
    return WARNING_IDS.get(remark_id, remark_id.replace("-", "_"))


AIDS = (sleep, protein, carbohydrate, easy_movement, foam_rolling, massage, cold_water, stretching)
