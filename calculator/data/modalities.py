"""Kinds of cardio (modalities): impact, leg load, eccentric load, energy cost, equipment, cues and precautions."""

from __future__ import annotations

from calculator.model import Modality
from calculator.scales import Family, Impact, Intensity, Load

__all__ = [
    "ARMS_LEAD",
    "BIKES",
    "BY_SLUG",
    "EASY_BIKES",
    "EASY_RUNS",
    "EXPLOSIVE",
    "FALLS_AND_CONTACT",
    "GROUP_CLASSES",
    "INTERVAL_ONLY",
    "JUMPS_AND_CUTS",
    "LEG_LOADING",
    "MODALITIES",
    "QUALITY_RUNS",
    "RUNS",
    "SLUGS",
    "SPRINTS",
    "STAIRS_AND_HILLS",
    "STRIKING",
    "UNLOADED",
    "WALKS",
    "WATER",
    "braking",
    "heavy_on_legs",
]

_NONE, _LOW, _MODERATE, _HIGH = Impact
_VERY_LIGHT, _LIGHT, _MEDIUM, _VIGOROUS, _NEAR_MAX = Intensity
_L = Load


def _mets(*pairs: tuple[Intensity, float, str]) -> dict[Intensity, tuple[float, str]]:
    """Metabolic equivalents by band; a band that is not named takes the nearest gentler one."""
    return {band: (value, code) for band, value, code in pairs}


MODALITIES: tuple[Modality, ...] = (
    Modality(
        slug="walk_easy", name="Easy walk", instruction="Walk at an easy pace on the flat",
        impact=_LOW, impact_note="1.0 to 1.2 body weights", leg_load=(_L.LOW, _L.LOW), eccentric=_L.LOW,
        muscles="calves and hip flexors", gentlest=_VERY_LIGHT, hardest=_LIGHT,
        mets=_mets((_VERY_LIGHT, 3.0, "17170"), (_LIGHT, 3.5, "17160")),
        cue="Stroll with loose arms; your legs may feel a little looser.",
        precaution="Do not walk if an injury hurts when you put weight on it.",
        family=Family.WALK, activities=("walking",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="walk_brisk", name="Brisk walk", instruction="Walk briskly on the flat",
        impact=_LOW, impact_note="1.2 to 1.3 body weights", leg_load=(_L.LOW, _L.LOW), eccentric=_L.LOW,
        muscles="calves and glutes", gentlest=_MEDIUM, hardest=_MEDIUM,
        mets=_mets((_MEDIUM, 4.8, "17200")),
        cue="Take quick, short steps; you get warm, but you can still talk.",
        precaution="Skip this if a bone in your shin or foot hurts.",
        family=Family.WALK, activities=("walking",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="walk_incline", name="Incline walk", instruction="Walk up a gentle incline",
        impact=_LOW, impact_note="about 1.0 to 1.2 body weights", leg_load=(_L.MODERATE, _L.HIGH), eccentric=_L.LOW,
        muscles="calves, glutes and hamstrings", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 5.3, "17034"), (_VIGOROUS, 7.0, "17035")), equipment_any_of=("treadmill", "hill"),
        cue="Start on a low grade and keep your hands off the rails; your calves should work, not burn.",
        precaution="Skip this if your calf or Achilles tendon hurts, and go easy if your glutes are very sore.",
        family=Family.WALK, activities=("hiking", "walking"), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="treadmill_jog", name="Treadmill jog", instruction="Jog easily on the treadmill",
        impact=_MODERATE, impact_note="2.0 to 2.5 body weights", leg_load=(_L.MODERATE, _L.MODERATE), eccentric=_L.MODERATE,
        muscles="thighs and calves", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 6.5, "12028"), (_VIGOROUS, 7.5, "12020")), equipment_any_of=("treadmill",),
        cue="Take short, quiet steps; the same effort is slower than usual.",
        precaution="Skip this if you have bone pain.",
        family=Family.EASY_RUN, activities=("running",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="run_steady", name="Easy, steady run", instruction="Run easily",
        impact=_MODERATE, impact_note="2.0 to 2.9 body weights", leg_load=(_L.MODERATE, _L.MODERATE), eccentric=_L.MODERATE,
        muscles="thighs, calves and hamstrings", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 8.5, "12030"), (_VIGOROUS, 9.3, "12050")),
        cue="Keep your usual effort and let the pace be slower; take soft, short steps.",
        precaution="Skip this if you have bone pain.",
        family=Family.EASY_RUN, activities=("running",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="run_tempo", name="Tempo run", instruction="Run at a controlled hard pace",
        impact=_HIGH, impact_note="2.5 to 3.0 body weights", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.MODERATE,
        muscles="calves, thighs and hamstrings", gentlest=_VIGOROUS, hardest=_NEAR_MAX,
        mets=_mets((_VIGOROUS, 11.0, "12070"), (_NEAR_MAX, 12.0, "12090")),
        cue="Run hard but evenly, and stop while your stride is still tidy.",
        precaution="Do this only if you run regularly and your legs are fresh.",
        family=Family.QUALITY_RUN, activities=("running",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="incline_treadmill_run", name="Steep treadmill run", instruction="Run uphill on the treadmill",
        impact=_MODERATE, impact_note="about 2 body weights, without the landing peak", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.LOW,
        muscles="calves and glutes", gentlest=_VIGOROUS, hardest=_NEAR_MAX,
        mets=_mets((_VIGOROUS, 10.3, "12255"), (_NEAR_MAX, 13.3, "12260")), equipment_any_of=("treadmill",),
        cue="Lean from the ankles, short steps; ease the grade before the speed.",
        precaution="Skip this if your Achilles tendon hurts or your calves are sore.",
        family=Family.QUALITY_RUN, activities=("running",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=True,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="hill_sprints", name="Hill sprints", instruction="Sprint uphill and walk back down",
        impact=_MODERATE, impact_note="no landing peak uphill, but three quarters more push", leg_load=(_L.VERY_HIGH, _L.VERY_HIGH),
        eccentric=_L.HIGH, muscles="glutes, hamstrings and calves", gentlest=_NEAR_MAX, hardest=_NEAR_MAX,
        mets=_mets((_NEAR_MAX, 17.5, "12325")), proxy=True, equipment_any_of=("hill",),
        cue="Do few and fast ones, and walk all the way down.",
        precaution="Do this only on fresh legs, and walk down carefully: braking adds soreness.",
        family=Family.SPRINT, activities=("running",), fall_or_contact_risk=True, arms_lead=False,
        explosive=True, interval_only=True, group_class=False, climbs=True,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="track_sprints", name="Track sprints", instruction="Sprint on the track with full rests",
        impact=_HIGH, impact_note="3.7 to 4.8 body weights", leg_load=(_L.VERY_HIGH, _L.VERY_HIGH), eccentric=_L.HIGH,
        muscles="hamstrings, glutes and calves", gentlest=_NEAR_MAX, hardest=_NEAR_MAX,
        mets=_mets((_NEAR_MAX, 23.0, "12135")), proxy=True, equipment_any_of=("track",),
        cue="Run fast but relaxed, and end the set when you get slower.",
        precaution="Skip this if your hamstrings are sore or you do not sprint regularly.",
        family=Family.SPRINT, activities=("running",), fall_or_contact_risk=False, arms_lead=False,
        explosive=True, interval_only=True, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="stair_climber", name="Stair climber", instruction="Climb at a steady rate",
        impact=_LOW, impact_note="about 1.0 to 1.3 body weights", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.LOW,
        muscles="thighs, glutes and calves", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 9.3, "02065")), equipment_any_of=("stair_climber",),
        cue="Put your whole foot on the step, stand tall and rest your hands lightly.",
        precaution="Skip this if your thighs or knees are sore.",
        family=Family.STAIRS, activities=(), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=True,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="elliptical", name="Elliptical", instruction="Glide on the elliptical at low resistance",
        impact=_LOW, impact_note="less than walking", leg_load=(_L.LOW, _L.HIGH), eccentric=_L.LOW,
        muscles="thighs and hip flexors", gentlest=_LIGHT, hardest=_VIGOROUS,
        mets=_mets((_LIGHT, 5.0, "02048"), (_VIGOROUS, 9.0, "02049")), equipment_any_of=("elliptical",),
        cue="Use low resistance and smooth circles; your breathing should tire before your thighs do.",
        precaution="It works the front of the knee harder than walking does.",
        family=Family.ELLIPTICAL, activities=(), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="bike_upright", name="Upright bike", instruction="Ride an upright bike with light resistance",
        impact=_NONE, impact_note="a third to half of body weight on the pedal", leg_load=(_L.LOW, _L.HIGH), eccentric=_L.VERY_LOW,
        muscles="thighs and glutes", gentlest=_VERY_LIGHT, hardest=_VIGOROUS,
        mets=_mets((_VERY_LIGHT, 3.5, "01210"), (_LIGHT, 4.0, "01214"), (_MEDIUM, 6.0, "01220"), (_VIGOROUS, 6.8, "01200")),
        equipment_any_of=("bike_upright",),
        cue="Choose a light gear and turn your legs quickly, without pushing.",
        precaution="Raise the saddle if the front of your knee hurts.",
        family=Family.BIKE, activities=("cycling",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=True, foot_strikes=False,
    ),
    Modality(
        slug="bike_recumbent", name="Recumbent bike", instruction="Ride a recumbent bike with light resistance",
        impact=_NONE, impact_note="body weight supported", leg_load=(_L.LOW, _L.LOW), eccentric=_L.VERY_LOW,
        muscles="thighs", gentlest=_VERY_LIGHT, hardest=_VIGOROUS,
        mets=_mets((_VERY_LIGHT, 3.5, "01210"), (_MEDIUM, 6.0, "01220")), proxy=True, equipment_any_of=("bike_recumbent",),
        cue="Lean back, choose a light gear and pedal in even circles.",
        precaution="",
        family=Family.BIKE, activities=("cycling",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=True, foot_strikes=False,
    ),
    Modality(
        slug="spin_intervals", name="Bike intervals", instruction="Ride intervals on the bike",
        impact=_NONE, impact_note="body weight supported", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.VERY_LOW,
        muscles="thighs and glutes", gentlest=_VIGOROUS, hardest=_NEAR_MAX,
        mets=_mets((_VIGOROUS, 8.8, "01305"), (_NEAR_MAX, 9.0, "01270")), equipment_any_of=("bike_upright",),
        cue="Ride every hard part equally hard, and keep the rests really easy.",
        precaution="Do not take your first class after a hard leg day.",
        family=Family.BIKE_INTERVALS, activities=("class", "cycling"), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=True, group_class=True, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="air_bike", name="Air bike", instruction="Ride the air bike, arms and legs together",
        impact=_NONE, impact_note="body weight supported", leg_load=(_L.MODERATE, _L.HIGH), eccentric=_L.VERY_LOW,
        muscles="thighs, shoulders and back", gentlest=_MEDIUM, hardest=_NEAR_MAX,
        mets=_mets((_MEDIUM, 6.0, "01220"), (_VIGOROUS, 8.8, "01305")), proxy=True, equipment_any_of=("air_bike",),
        cue="Let the arms do more than their share.",
        precaution="Skip this if your shoulder is sore.",
        family=Family.BIKE, activities=("cycling", "functional_fitness"), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="rowing", name="Rowing machine", instruction="Row with a light, long stroke",
        impact=_NONE, impact_note="body weight supported", leg_load=(_L.MODERATE, _L.HIGH), eccentric=_L.LOW,
        muscles="thighs, glutes, hamstrings and back", gentlest=_MEDIUM, hardest=_NEAR_MAX,
        mets=_mets((_MEDIUM, 5.0, "02071"), (_VIGOROUS, 7.5, "02072"), (_NEAR_MAX, 11.0, "02073")), equipment_any_of=("rower",),
        cue="Take long, calm strokes and keep your back long at the catch.",
        precaution="Skip this if your back is sore from deadlifts.",
        family=Family.ROWING, activities=("functional_fitness", "rowing"), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="ski_erg", name="Ski-erg", instruction="Pull on the ski-erg at a steady rhythm",
        impact=_NONE, impact_note="no impact", leg_load=(_L.LOW, _L.MODERATE), eccentric=_L.LOW,
        muscles="trunk, back and some hip", gentlest=_MEDIUM, hardest=_NEAR_MAX,
        mets=_mets((_MEDIUM, 6.8, "02080"), (_VIGOROUS, 10.5, "02082")), equipment_any_of=("ski_erg",),
        cue="Hinge and pull; do not squat the stroke.",
        precaution="Skip this if your shoulder or lower back is sore.",
        family=Family.SKI_ERG, activities=("functional_fitness", "skiing"), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=False,
    ),
    Modality(
        slug="swimming", name="Swimming", instruction="Swim with easy kicking",
        impact=_NONE, impact_note="water carries you", leg_load=(_L.LOW, _L.LOW), eccentric=_L.VERY_LOW,
        muscles="arms and back, and hip flexors in the kick", gentlest=_LIGHT, hardest=_VIGOROUS,
        mets=_mets((_LIGHT, 5.8, "18240"), (_VIGOROUS, 9.8, "18230")), equipment_any_of=("pool",),
        cue="A pull buoy rests the legs; keep the kick small.",
        precaution="Stop if your calf cramps, and skip this if you have an ear or skin infection.",
        family=Family.WATER, activities=("swimming",), fall_or_contact_risk=False, arms_lead=True,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=True, foot_strikes=False,
    ),
    Modality(
        slug="aqua_jog", name="Aqua jogging", instruction="Jog in deep water with a belt",
        impact=_NONE, impact_note="none in deep water", leg_load=(_L.LOW, _L.MODERATE), eccentric=_L.VERY_LOW,
        muscles="hip flexors and hamstrings", gentlest=_LIGHT, hardest=_VIGOROUS,
        mets=_mets((_LIGHT, 4.8, "18368"), (_MEDIUM, 6.5, "18374"), (_VIGOROUS, 9.8, "18366")), equipment_any_of=("pool",),
        cue="Stay tall in the water, keep your knees low and make quick, small circles.",
        precaution="Wear a belt, and do not go alone if you cannot swim.",
        family=Family.WATER, activities=(), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=True, foot_strikes=False,
    ),
    Modality(
        slug="arm_ergometer", name="Arm bike", instruction="Pedal with your arms and let the legs rest",
        impact=_NONE, impact_note="no impact", leg_load=(_L.NONE, _L.NONE), eccentric=_L.LOW,
        muscles="arms and shoulders", gentlest=_VERY_LIGHT, hardest=_VIGOROUS,
        mets=_mets((_VERY_LIGHT, 2.8, "02115"), (_MEDIUM, 3.5, "02118")), equipment_any_of=("arm_ergometer",),
        cue="Keep your elbows loose and your shoulders down.",
        precaution="Skip this if your shoulder is sore.",
        family=Family.ARM_CRANK, activities=(), fall_or_contact_risk=False, arms_lead=True,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=True, foot_strikes=False,
    ),
    Modality(
        slug="jump_rope", name="Skipping", instruction="Skip rope",
        impact=_HIGH, impact_note="about 2 to 4 body weights", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.HIGH,
        muscles="calves and Achilles tendons", gentlest=_VIGOROUS, hardest=_NEAR_MAX,
        mets=_mets((_VIGOROUS, 11.8, "15551"), (_NEAR_MAX, 12.3, "15550")), equipment_any_of=("jump_rope",),
        cue="Make low, quick, quiet hops on a soft floor.",
        precaution="Skip this if your calf, Achilles tendon or shin hurts.",
        family=Family.ROPE, activities=("combat_sport",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=True, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="plyometrics", name="Plyometrics", instruction="Jump and land for power",
        impact=_HIGH, impact_note="2.8 to 5.4 body weights", leg_load=(_L.VERY_HIGH, _L.VERY_HIGH), eccentric=_L.VERY_HIGH,
        muscles="thighs, calves and glutes", gentlest=_VIGOROUS, hardest=_NEAR_MAX,
        mets=_mets((_VIGOROUS, 11.0, "02214")), proxy=True,
        cue="Do few, high jumps and land without a sound.",
        precaution="Skip this if you do not jump regularly or a tendon hurts.",
        family=Family.JUMPS_AND_CUTS, activities=(), fall_or_contact_risk=False, arms_lead=False,
        explosive=True, interval_only=True, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="agility_drills", name="Agility drills", instruction="Drill cuts and turns",
        impact=_HIGH, impact_note="about 2 to 4 body weights in a cut", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.HIGH,
        muscles="thighs, groin and calves", gentlest=_VIGOROUS, hardest=_NEAR_MAX,
        mets=_mets((_VIGOROUS, 11.0, "02078")), proxy=True,
        cue="Keep it sharp and short, with a full rest between repeats.",
        precaution="Skip this if an ankle or knee is unsteady.",
        family=Family.JUMPS_AND_CUTS, activities=("racket_sport", "team_sport"), fall_or_contact_risk=False, arms_lead=False,
        explosive=True, interval_only=True, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="hiking", name="Hiking", instruction="Hike on gentle ground",
        impact=_MODERATE, impact_note="hard on the thighs downhill", leg_load=(_L.MODERATE, _L.HIGH), eccentric=_L.HIGH,
        muscles="thighs and calves", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 5.3, "17082"), (_VIGOROUS, 7.8, "17012")),
        cue="Take short steps downhill; poles help.",
        precaution="If your thighs are sore, choose a route without long descents.",
        family=Family.HIKING, activities=("hiking", "rucking"), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=True, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="rucking", name="Rucking", instruction="Walk with a loaded pack",
        impact=_MODERATE, impact_note="the load adds to every step", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.MODERATE,
        muscles="calves, glutes and feet", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 4.8, "17434"), (_VIGOROUS, 7.0, "17010")),
        cue="Carry a light pack on a flat route.",
        precaution="Skip this if you have bone pain or a sore back.",
        family=Family.HIKING, activities=("rucking",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=True, group_class=True, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="dance_low_impact", name="Low-impact dance", instruction="Dance with one foot always down",
        impact=_LOW, impact_note="about 1.0 to 1.5 body weights", leg_load=(_L.MODERATE, _L.MODERATE), eccentric=_L.MODERATE,
        muscles="calves and thighs", gentlest=_LIGHT, hardest=_MEDIUM,
        mets=_mets((_LIGHT, 4.8, "02005"), (_MEDIUM, 6.5, "02310")),
        cue="Step, do not hop.",
        precaution="Take care if an ankle is unsteady.",
        family=Family.DANCE, activities=("class",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="aerobics_high_impact", name="High-impact aerobics", instruction="Take a jumping aerobics class",
        impact=_HIGH, impact_note="about 2 to 3 body weights", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.HIGH,
        muscles="calves and thighs", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 8.0, "02006")),
        cue="Bend your knees softly on every landing.",
        precaution="Skip this if your calf, Achilles tendon or shin hurts.",
        family=Family.DANCE, activities=("class",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=True, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="boxing_shadow", name="Shadow boxing", instruction="Shadow box, feet low",
        impact=_LOW, impact_note="about 1.0 to 1.5 body weights", leg_load=(_L.LOW, _L.MODERATE), eccentric=_L.LOW,
        muscles="shoulders, trunk and calves", gentlest=_LIGHT, hardest=_VIGOROUS,
        mets=_mets((_LIGHT, 5.8, "15110"), (_VIGOROUS, 9.3, "15125")),
        cue="Step rather than bounce, and let your hands do the work.",
        precaution="Skip this if your wrist or shoulder is sore.",
        family=Family.BOXING, activities=("combat_sport",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="battle_ropes", name="Battle ropes", instruction="Make waves with the ropes, standing tall",
        impact=_LOW, impact_note="no impact", leg_load=(_L.LOW, _L.MODERATE), eccentric=_L.LOW,
        muscles="shoulders and arms, while your thighs hold", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 7.5, "02020")), equipment_any_of=("battle_ropes",),
        cue="Stand tall instead of squatting.",
        precaution="Skip this if your shoulder is sore.",
        family=Family.BATTLE_ROPES, activities=(), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="circuit", name="Circuit training", instruction="Work through an upper-body circuit",
        impact=_MODERATE, impact_note="depends on what is in it", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.HIGH,
        muscles="all of them", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 5.0, "02035"), (_VIGOROUS, 7.5, "02040")),
        cue="Pick upper-body stations when the legs are tired.",
        precaution="Leave out squats and jumps if your legs are tired.",
        family=Family.CIRCUIT, activities=("functional_fitness",), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=True, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="inline_skating", name="Inline skating", instruction="Skate at an easy glide",
        impact=_LOW, impact_note="little, until you fall", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.MODERATE,
        muscles="groin, glutes and thighs", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 7.5, "15591"), (_VIGOROUS, 9.8, "15592")), equipment_any_of=("skates",),
        cue="Take long glides, and wear a helmet and pads.",
        precaution="Do this only if you rarely fall.",
        family=Family.SKATING, activities=("skating",), fall_or_contact_risk=True, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="xc_ski", name="Cross-country skiing", instruction="Ski classic style on easy ground",
        impact=_LOW, impact_note="a glide", leg_load=(_L.MODERATE, _L.HIGH), eccentric=_L.LOW,
        muscles="all of them", gentlest=_MEDIUM, hardest=_VIGOROUS,
        mets=_mets((_MEDIUM, 6.8, "19080"), (_VIGOROUS, 8.5, "19090")), equipment_any_of=("skis",),
        cue="Glide long, let the poles help.",
        precaution="Do this only if you rarely fall.",
        family=Family.SKIING, activities=("skiing",), fall_or_contact_risk=True, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="team_sport", name="Team sport", instruction="Play your sport",
        impact=_HIGH, impact_note="cuts and contact", leg_load=(_L.HIGH, _L.HIGH), eccentric=_L.HIGH,
        muscles="all of them", gentlest=_VIGOROUS, hardest=_NEAR_MAX,
        mets=_mets((_VIGOROUS, 7.0, "15610"), (_NEAR_MAX, 7.5, "15055")),
        cue="Warm up past the point where you feel ready.",
        precaution="Skip this if your hamstrings or groin are sore.",
        family=Family.JUMPS_AND_CUTS, activities=("team_sport",), fall_or_contact_risk=True, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=False, foot_strikes=True,
    ),
    Modality(
        slug="yoga_flow", name="Gentle yoga flow", instruction="Move through a gentle yoga flow on the floor",
        impact=_NONE, impact_note="no impact", leg_load=(_L.LOW, _L.MODERATE), eccentric=_L.LOW,
        muscles="hips and thighs", gentlest=_VERY_LIGHT, hardest=_LIGHT,
        mets=_mets((_VERY_LIGHT, 2.7, "02185"), (_LIGHT, 3.5, "02180")),
        cue="Choose seated and lying poses, nothing deep and nothing that hurts.",
        precaution="Leave out deep positions that hurt.",
        family=Family.YOGA, activities=(), fall_or_contact_risk=False, arms_lead=False,
        explosive=False, interval_only=False, group_class=False, climbs=False,
        unloaded=True, foot_strikes=False,
    ),
)  # fmt: skip

BY_SLUG: dict[str, Modality] = {m.slug: m for m in MODALITIES}
SLUGS: frozenset[str] = frozenset(BY_SLUG)


def heavy_on_legs(least: Load) -> frozenset[str]:
    """The kinds of cardio that load the legs at least so much even at easy effort."""
    return frozenset(m.slug for m in MODALITIES if m.leg_load[0] >= least)


def braking(least: Load) -> frozenset[str]:
    """The kinds of cardio with at least so much eccentric work."""
    return frozenset(m.slug for m in MODALITIES if m.eccentric >= least)


def _of(*families: Family) -> frozenset[str]:
    """The kinds of cardio of these families."""
    return frozenset(mode.slug for mode in MODALITIES if mode.family in families)


WALKS = _of(Family.WALK)
EASY_RUNS = _of(Family.EASY_RUN)
QUALITY_RUNS = _of(Family.QUALITY_RUN)
SPRINTS = _of(Family.SPRINT)
RUNS = EASY_RUNS | QUALITY_RUNS | SPRINTS
JUMPS_AND_CUTS = _of(Family.JUMPS_AND_CUTS)
EASY_BIKES = _of(Family.BIKE)
BIKES = EASY_BIKES | _of(Family.BIKE_INTERVALS)
WATER = _of(Family.WATER)
STAIRS_AND_HILLS = frozenset(mode.slug for mode in MODALITIES if mode.climbs)
ARMS_LEAD = frozenset(mode.slug for mode in MODALITIES if mode.arms_lead)
LEG_LOADING = SLUGS - ARMS_LEAD
GROUP_CLASSES = frozenset(mode.slug for mode in MODALITIES if mode.group_class)
EXPLOSIVE = frozenset(mode.slug for mode in MODALITIES if mode.explosive)
INTERVAL_ONLY = frozenset(mode.slug for mode in MODALITIES if mode.interval_only)
FALLS_AND_CONTACT = frozenset(mode.slug for mode in MODALITIES if mode.fall_or_contact_risk)
UNLOADED = frozenset(mode.slug for mode in MODALITIES if mode.unloaded)
STRIKING = frozenset(mode.slug for mode in MODALITIES if mode.foot_strikes)
