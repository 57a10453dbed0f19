"""Knows every rule of the advice, in the order in which a coach would ask.

Must never know how the rules are combined: the most cautious limit wins, whatever the order.
"""

from __future__ import annotations

from calculator.model import Rule
from calculator.rules import dose, health, interference, recovery, safety

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    safety.emergency,
    safety.urgent,
    safety.fever,
    safety.resting_pulse,
    safety.under_18,
    safety.heart_disease,
    safety.clearance_first,
    safety.bone_pain,
    safety.joint_locking,
    safety.unexplained_decline,
    safety.lasting_soreness,
    safety.screening,
    safety.head_cold,
    safety.raised_pulse,
    health.pregnancy,
    health.postpartum,
    health.new_to_cardio,
    health.heart_rate_medicine,
    health.glucose,
    health.rhabdo_caution,
    health.knee,
    health.hip,
    health.ankle,
    health.achilles,
    health.shin,
    health.low_back,
    health.osteoporosis,
    health.body_weight,
    recovery.readiness_impact,
    recovery.readiness_intensity,
    recovery.arms_lead,
    recovery.near_max,
    recovery.spent_legs,
    recovery.sore_legs,
    recovery.sore_legs_effort,
    recovery.unexplained_limp,
    recovery.changed_walk,
    recovery.new_legs,
    recovery.very_sore_beginner,
    recovery.running_experience,
    recovery.overreaching,
    recovery.same_day,
    recovery.stairs_and_hills,
    recovery.quality_running,
    recovery.sprints,
    recovery.jumps,
    recovery.new_class,
    interference.next_legs,
    interference.event_tomorrow,
    interference.event_soon,
    interference.muscle_goal,
    dose.session_length,
    dose.time_available,
    dose.long_sessions,
    dose.tired_legs_impact,
    dose.long_and_hard,
    dose.intervals,
    dose.recovery_goal,
    dose.low_fuel,
)
