"""Every paper, guideline and page that the advice cites, once each."""

from __future__ import annotations

from calculator.model import Source


def _read(  # noqa: PLR0913 - a citation has this many parts
    key: str, authors: str, year: int, title: str, journal: str, design: str, *, doi: str = "", url: str = ""
) -> Source:
    """Make a source whose abstract, or a page that reports it, was read for this project; year 0: it shows no date."""
    return Source(
        key=key,
        authors=authors,
        year=year,
        title=title,
        journal=journal,
        doi=doi,
        url=url,
        design=design,
        checked=True,
    )


def _unread(key: str, authors: str, year: int, title: str, journal: str, design: str) -> Source:
    """Make a well-known source that is cited from general knowledge: the original was not read for this project."""
    return _read(key, authors, year, title, journal, design)._replace(checked=False)


# A bibliography: three short lines a paper read better than one argument a line.
# fmt: off

# Cardio and lifting together, over weeks and months

SCHUMANN_2022 = _read("schumann-2022", "Schumann M, Feuerbacher JF, Sünkeler M, and others", 2022,
    "Compatibility of concurrent aerobic and strength training for skeletal muscle size and function: "
    "an updated systematic review and meta-analysis",
    "Sports Med 52:601-612", "meta-analysis", doi="10.1007/s40279-021-01587-7")
LEE_2020 = _read("lee-2020", "Lee MJC, Ballantyne JK, Chagolla J, Hopkins WG, Fyfe JJ, and others", 2020,
    "Order of same-day concurrent training influences some indices of power development, but not strength, lean mass, "
    "or aerobic fitness in healthy, moderately-active men after 9 weeks of training",
    "PLoS ONE 15(5):e0233134", "trial", doi="10.1371/journal.pone.0233134")
LUNDBERG_2022 = _read("lundberg-2022", "Lundberg TR, Feuerbacher JF, Sünkeler M, Schumann M", 2022,
    "Meta-analysis of cardio and lifting together and muscle fibre growth",
    "Sports Med 52:2391-2403", "meta-analysis", doi="10.1007/s40279-022-01688-x")
WILSON_2012 = _read("wilson-2012", "Wilson JM, Marin PJ, Rhea MR, and others", 2012,
    "Concurrent training: a meta-analysis examining interference of aerobic and resistance exercises",
    "J Strength Cond Res 26(8):2293-2307", "meta-analysis", doi="10.1519/JSC.0b013e31823a3e2d")
PETRE_2021 = _read("petre-2021", "Petré H, Hemmingsson E, Rosdahl H, Psilander N", 2021,
    "Development of maximal dynamic strength during concurrent resistance and endurance training in untrained, "
    "moderately trained, and trained individuals: a systematic review and meta-analysis",
    "Sports Med 51:991-1010", "meta-analysis", doi="10.1007/s40279-021-01426-9")
HUIBERTS_2024 = _read("huiberts-2024", "Huiberts RO, Wüst RCI, van der Zwaard S", 2024,
    "Concurrent strength and endurance training: a systematic review and meta-analysis on the impact of sex and "
    "training status", "Sports Med 54:485-503", "meta-analysis", doi="10.1007/s40279-023-01943-9")
SABAG_2018 = _read("sabag-2018", "Sabag A, Najafi A, Michael S, and others", 2018,
    "The compatibility of concurrent high intensity interval training and resistance training for muscular strength "
    "and hypertrophy: a systematic review and meta-analysis",
    "J Sports Sci 36:2472-2483", "meta-analysis", doi="10.1080/02640414.2018.1464636")
CONCURRENT_UMBRELLA_2026 = _read("concurrent-umbrella-2026", "Umbrella review in Sports Medicine", 2026,
    "Umbrella review of 17 meta-analyses of concurrent training: aerobic capacity, strength, power and muscle size",
    "Sports Med, online 28 February 2026", "meta-analysis", doi="10.1007/s40279-026-02401-y")
RUNNING_AFTER_STRENGTH_2022 = _read("running-after-strength-2022", "de Carvalho e Silva GI, Brandão LHA, and others", 2022,
    "Acute neuromuscular, physiological and performance responses after strength training in runners: "
    "a systematic review and meta-analysis",
    "Sports Med Open 8", "meta-analysis", doi="10.1186/s40798-022-00497-w")
BURT_2023 = _read("burt-2023", "Burt D, Doma K, Connor J", 2023,
    "The effects of exercise-induced muscle damage on varying intensities of endurance running performance: "
    "a systematic review and meta-analysis",
    "Sci Sports 38(7):647-662", "meta-analysis", doi="10.1016/j.scispo.2022.04.003")
ROBINEAU_2016 = _read("robineau-2016", "Robineau J, Babault N, Piscione J, Lacome M, Bigard AX", 2016,
    "Specific training effects of concurrent aerobic and strength exercises depend on recovery duration",
    "J Strength Cond Res 30(3):672-683", "trial", doi="10.1519/JSC.0000000000000798")
EDDENS_2018 = _read("eddens-2018", "Eddens L, van Someren K, Howatson G", 2018,
    "The role of intra-session exercise sequence in the interference effect: a systematic review with meta-analysis",
    "Sports Med 48:177-188", "meta-analysis", doi="10.1007/s40279-017-0784-1")
MURLASITS_2018 = _read("murlasits-2018", "Murlasits Z, Kneffel Z, Thalib L", 2018,
    "The physiological effects of concurrent strength and endurance training sequence: a systematic review and "
    "meta-analysis", "J Sports Sci", "meta-analysis", doi="10.1080/02640414.2017.1364405")
GAO_2023 = _read("gao-2023", "Gao J, Yu L", 2023,
    "Meta-analysis of the sequence of cardio and lifting, fitness and leg strength",
    "Front Physiol 14:1072679", "meta-analysis", doi="10.3389/fphys.2023.1072679")
HICKSON_1980 = _unread("hickson-1980", "Hickson RC", 1980,
    "Interference of strength development by simultaneously training for strength and endurance",
    "Eur J Appl Physiol 45:255-263", "trial")

# The hours and days after a leg session

SPORER_2003 = _read("sporer-2003", "Sporer BC, Wenger HA", 2003,
    "Effects of aerobic exercise on strength performance following various periods of recovery",
    "J Strength Cond Res 17(4):638-644", "trial", url="https://pubmed.ncbi.nlm.nih.gov/14636098/")
DOMA_2013 = _read("doma-2013", "Doma K, Deakin GB", 2013,
    "The effects of strength training and endurance training order on running economy and performance",
    "Appl Physiol Nutr Metab", "crossover trial")
DOMA_2015 = _read("doma-2015", "Doma K, Schumann M, Sinclair WH, and others", 2015,
    "The repeated bout effect of typical lower body strength training sessions on sub-maximal running performance "
    "and hormonal response", "Eur J Appl Physiol 115:1789-1799", "trial", doi="10.1007/s00421-015-3159-z")
DOMA_2017 = _read("doma-2017", "Doma K, Schumann M, Leicht A, and others", 2017,
    "The repeated bout effect of traditional resistance exercises on running performance across 3 bouts",
    "Appl Physiol Nutr Metab 42(9):978-985", "trial", doi="10.1139/apnm-2017-0214")
DOMA_2017_REVIEW = _read("doma-2017-review", "Doma K, Deakin GB, Bentley DJ", 2017,
    "Implications of impaired endurance performance following single bouts of resistance training: an alternate "
    "concurrent training perspective", "Sports Med 47:2187-2200", "review", doi="10.1007/s40279-017-0758-3")
DOMA_2019_REVIEW = _read("doma-2019-review", "Doma K, Deakin GB, Schumann M, Bentley DJ", 2019,
    "Training considerations for optimising endurance development: an alternate concurrent training perspective",
    "Sports Med", "review", doi="10.1007/s40279-019-01072-2")
DOMA_2019_HEAT = _read("doma-2019-heat", "Doma K, and others", 2019,
    "Trial of running in the heat after a lifting session",
    "Sports Med Open 5:21", "trial", doi="10.1186/s40798-019-0195-y")
ASSUMPCAO_2013 = _read("assumpcao-2013", "Assumpção CO, Lima LCR, Oliveira FBD, Greco CC, Denadai BS", 2013,
    "Exercise-induced muscle damage and running economy in humans",
    "Scientific World Journal 2013:189149", "review", doi="10.1155/2013/189149")
MORAN_NAVARRO_2017 = _read("moran-navarro-2017", "Morán-Navarro R, Pérez CE, Mora-Rodríguez R, and others", 2017,
    "Time course of recovery following resistance training leading or not to failure",
    "Eur J Appl Physiol 117:2387-2399", "crossover trial", doi="10.1007/s00421-017-3725-7")
HELLAND_2020 = _read("helland-2020", "Helland C, Midttun M, Sæland F, and others", 2020,
    "A strength-oriented exercise session required more recovery time than a power-oriented exercise session with "
    "equal work", "PeerJ 8:e10044", "crossover trial", doi="10.7717/peerj.10044")
TIME_COURSE_2020 = _read("time-course-2020", "Authors not recorded", 2020,
    "Time-course of changes in performance, biomechanical, physiological and perceptual responses following resistance "
    "training sessions", "Eur J Sport Sci", "crossover trial", doi="10.1080/17461391.2020.1789227")
BURT_2011 = _read("burt-2011", "Burt DG, Twist C", 2011,
    "The effects of exercise-induced muscle damage on cycling time-trial performance",
    "J Strength Cond Res 25(8):2185-2192", "trial", url="https://pubmed.ncbi.nlm.nih.gov/21572353/")
DEVANTIER_THOMAS_2024 = _read("devantier-thomas-2024",
    "Devantier-Thomas B, Deakin GB, Crowther F, Schumann M, Doma K", 2024,
    "Meta-analysis of muscle damage and cycling performance",
    "J Strength Cond Res 38(8):1509-1525", "meta-analysis", doi="10.1519/jsc.0000000000004629")
CHEUNG_2003 = _read("cheung-2003", "Cheung K, Hume PA, Maxwell L", 2003,
    "Delayed onset muscle soreness: treatment strategies and performance factors",
    "Sports Med 33(2):145-164", "review", doi="10.2165/00007256-200333020-00005")
CLEARY_2002 = _read("cleary-2002", "Cleary MA, and others", 2002,
    "Temporal pattern of the repeated bout effect of eccentric exercise on delayed-onset muscle soreness",
    "J Athl Train 37(1):32-36", "trial", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC164305/")
HYLDAHL_2017 = _read("hyldahl-2017", "Hyldahl RD, Chen TC, Nosaka K", 2017,
    "Mechanisms and mediators of the skeletal muscle repeated bout effect",
    "Exerc Sport Sci Rev 45(1):24-33", "review", doi="10.1249/JES.0000000000000095")
BRIDGEMAN_2015 = _read("bridgeman-2015", "Bridgeman LA, McGuigan MR, Gill ND", 2015,
    "Review of eccentric exercise and the repeated bout effect", "J Aust Strength Cond 23(3):74-84", "review")

# What helps afterwards, and what does not

DUPUY_2018 = _read("dupuy-2018", "Dupuy O, Douzi W, Theurot D, Bosquet L, Dugué B", 2018,
    "An evidence-based approach for choosing post-exercise recovery techniques to reduce markers of muscle damage, "
    "soreness, fatigue, and inflammation: a systematic review with meta-analysis",
    "Front Physiol 9:403", "meta-analysis", doi="10.3389/fphys.2018.00403")
VAN_HOOREN_2018 = _read("van-hooren-2018", "Van Hooren B, Peake JM", 2018,
    "Do we need a cool-down after exercise? A narrative review of the psychophysiological effects and the effects on "
    "performance, injuries and the long-term adaptive response",
    "Sports Med 48:1575-1595", "review", doi="10.1007/s40279-018-0916-2")
LI_2024 = _read("li-2024", "Li S, Kempe M, Brink M, Lemmink K", 2024,
    "Umbrella review of recovery strategies in endurance athletes",
    "Sports Med Open", "umbrella review", doi="10.1186/s40798-024-00724-6")
TUFANO_2012 = _read("tufano-2012", "Tufano JJ, Brown LE, Coburn JW, and others", 2012,
    "Effect of aerobic recovery intensity on delayed-onset muscle soreness and strength",
    "J Strength Cond Res 26(10):2777-2782", "trial", doi="10.1519/JSC.0b013e3182651c06")
FARES_2022 = _read("fares-2022", "Fares R, Vicente-Rodríguez G, Olmedillas H", 2022,
    "Effect of active recovery protocols on the management of symptoms related to exercise-induced muscle damage: "
    "a systematic review",
    "Strength Cond J 44(1):57-70", "systematic review", doi="10.1519/SSC.0000000000000654")
MATERN_2006 = _read("matern-2006", "Matern PD, and others", 2006,
    "Conference abstract 2182 on light exercise and soreness",
    "Med Sci Sports Exerc 38(5) Suppl", "conference abstract")
FRANKE_2021 = _read("franke-2021", "Franke RA, Rodrigues R, Geremia JM, and others", 2021,
    "Moderate intensity cycling is better than running on recovery of eccentric exercise-induced muscle damage",
    "Phys Ther Sport", "trial", doi="10.1016/j.ptsp.2021.04.004")
WIEWELHOVE_2019 = _read("wiewelhove-2019", "Wiewelhove T, Döweling A, Schneider C, and others", 2019,
    "A meta-analysis of the effects of foam rolling on performance and recovery",
    "Front Physiol 10:376", "meta-analysis", doi="10.3389/fphys.2019.00376")
HERBERT_2011 = _read("herbert-2011", "Herbert RD, de Noronha M, Kamper SJ", 2011,
    "Stretching to prevent or reduce muscle soreness after exercise",
    "Cochrane Database of Systematic Reviews CD004577.pub3", "meta-analysis", doi="10.1002/14651858.CD004577.pub3")
AFONSO_2021 = _read("afonso-2021", "Afonso J, Clemente FM, Nakamura FY, and others", 2021,
    "The effectiveness of post-exercise stretching in short-term and delayed recovery of strength, range of motion "
    "and delayed onset muscle soreness: a systematic review and meta-analysis of randomized controlled trials",
    "Front Physiol 12:677581", "meta-analysis", doi="10.3389/fphys.2021.677581")
BEHM_2016 = _unread("behm-2016", "Behm DG, and others", 2016,
    "Acute effects of muscle stretching on physical performance, range of motion, and injury incidence in healthy "
    "active individuals: a systematic review", "Appl Physiol Nutr Metab", "systematic review")
PINERO_COLD_WATER = _read("pinero-cold-water", "Piñero A, Burke R, Augustin F, and others", 2024,
    "Throwing cold water on muscle growth: a systematic review with meta-analysis of the effects of postexercise cold "
    "water immersion on resistance training-induced hypertrophy", "Eur J Sport Sci", "meta-analysis")
COLD_WATER_STRENGTH = _read("cold-water-strength", "Authors not recorded", 2022,
    "Meta-analysis of cold water after lifting and strength (10 studies, 170 people)",
    "Eur J Sport Sci", "meta-analysis", doi="10.1080/17461391.2022.2033851")
PETERSEN_2021 = _read("petersen-2021", "Petersen AC, Fyfe JJ", 2021,
    "Post-exercise cold water immersion effects on physiological adaptations to resistance training and the "
    "underlying mechanisms in skeletal muscle: a narrative review",
    "Front Sports Act Living 3:660291", "review", doi="10.3389/fspor.2021.660291")
LACTATE_PAGES = _read("lactate-pages", "Rushall (San Diego State University); NASM", 0,
    "Teaching pages on lactate after exercise", "Web pages", "teaching page")

# Fuel

HAFF_2000 = _read("haff-2000", "Haff GG, and others", 2000,
    "Carbohydrate supplementation attenuates muscle glycogen loss during acute bouts of resistance exercise",
    "Int J Sport Nutr Exerc Metab 10(3):326-339", "crossover trial")
HOKKEN_2020 = _read("hokken-2020", "Hokken R, and others", 2020,
    "Study of glycogen use in elite lifters", "Journal not recorded; read in a review page", "laboratory study")
MURRAY_2018 = _read("murray-2018", "Murray B, Rosenbloom C", 2018,
    "Fundamentals of glycogen metabolism for coaches and athletes",
    "Nutr Rev 76:243-259", "review", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC6019055/")
IVY_2004 = _read("ivy-2004", "Ivy JL", 2004,
    "Regulation of muscle glycogen repletion, muscle protein synthesis and repair following exercise",
    "J Sports Sci Med 3:131-138", "review")
KERKSICK_2017 = _read("kerksick-2017", "Kerksick CM, and others", 2017,
    "International Society of Sports Nutrition position stand: nutrient timing",
    "J Int Soc Sports Nutr 14:33", "position statement", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5596471/")
WEST_2017 = _read("west-2017", "West DWD, and others", 2017,
    "Trial of whey protein and recovery after lifting, in 12 men",
    "Nutrients", "crossover trial", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5537849/")
SCHOENFELD_2013 = _read("schoenfeld-2013", "Schoenfeld BJ, Aragon AA, Krieger JW", 2013,
    "The effect of protein timing on muscle strength and hypertrophy: a meta-analysis",
    "J Int Soc Sports Nutr", "meta-analysis", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3879660/")
ROBERTS_2017 = _read("roberts-2017", "Roberts J, and others", 2017,
    "Study of protein and recovery", "Journal not recorded", "trial",
    url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5697135/")
MORTON_2018 = _unread("morton-2018", "Morton RW, and others", 2018,
    "A systematic review, meta-analysis and meta-regression of the effect of protein supplementation on resistance "
    "training-induced gains in muscle mass and strength in healthy adults", "Br J Sports Med", "meta-analysis")
BURKE_2017 = _unread("burke-2017", "Burke LM, and others", 2017,
    "Postexercise muscle glycogen resynthesis in humans", "J Appl Physiol", "review")

# Intervals, fat and muscle from cardio

STEELE_2021 = _read("steele-2021", "Steele J, and others", 2021,
    "Slow and steady, or hard and fast? A systematic review and meta-analysis of studies comparing body composition "
    "changes between interval training and moderate intensity continuous training",
    "Sports 9:155", "meta-analysis", doi="10.3390/sports9110155")
KRAMER_2023 = _read("kramer-2023", "Kramer AM, and others", 2023,
    "High-intensity interval training is not superior to continuous aerobic training in reducing body fat: a "
    "systematic review and meta-analysis of randomized clinical trials",
    "J Exerc Sci Fit 21:385-394", "meta-analysis", doi="10.1016/j.jesf.2023.09.002")
WEWEGE_2017 = _read("wewege-2017", "Wewege M, and others", 2017,
    "The effects of high-intensity interval training vs. moderate-intensity continuous training on body composition "
    "in overweight and obese adults: a systematic review and meta-analysis",
    "Obes Rev", "meta-analysis", doi="10.1111/obr.12532")
VIANA_2019 = _read("viana-2019", "Viana RB, and others", 2019,
    "Is interval training the magic bullet for fat loss? A systematic review and meta-analysis",
    "Br J Sports Med 53:655-664", "meta-analysis")
KONOPKA_2014 = _read("konopka-2014", "Konopka AR, Harber MP", 2014,
    "Skeletal muscle hypertrophy after aerobic exercise training",
    "Exerc Sport Sci Rev 42:53-61", "review", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC4523889/")
HARBER_2012 = _read("harber-2012", "Harber MP, and others", 2012,
    "Aerobic exercise training induces skeletal muscle hypertrophy and age-dependent adaptations in myofiber function "
    "in young and older men",
    "J Appl Physiol 113:1495-1504", "trial", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3524668/")
HELGERUD_2007 = _unread("helgerud-2007", "Helgerud J, and others", 2007,
    "Aerobic high-intensity intervals improve VO2max more than moderate training", "Med Sci Sports Exerc", "trial")
TABATA_1996 = _unread("tabata-1996", "Tabata I, and others", 1996,
    "Effects of moderate-intensity endurance and high-intensity intermittent training on anaerobic capacity and VO2max",
    "Med Sci Sports Exerc", "trial")
BURGOMASTER_2005 = _unread("burgomaster-2005", "Burgomaster KA, and others", 2005,
    "Six sessions of sprint interval training increases muscle oxidative potential and cycle endurance capacity in "
    "humans", "J Appl Physiol", "trial")
LITTLE_2010 = _unread("little-2010", "Little JP, and others", 2010,
    "A practical model of low-volume high-intensity interval training induces mitochondrial biogenesis in human "
    "skeletal muscle: potential mechanisms", "J Physiol", "trial")
BILLAT_2000 = _unread("billat-2000", "Billat VL, and others", 2000,
    "Study of short runs and short rests at the pace of maximal oxygen uptake",
    "Eur J Appl Physiol", "laboratory study")
RONNESTAD_2015 = _unread("ronnestad-2015", "Rønnestad BR, and others", 2015,
    "Short intervals induce superior training adaptations compared with long intervals in cyclists: an effort-matched "
    "approach", "Scand J Med Sci Sports", "trial")

# Effort and heart rate

ACSM_2011 = _read("acsm-2011", "Garber CE, and others (American College of Sports Medicine)", 2011,
    "Quantity and quality of exercise for developing and maintaining cardiorespiratory, musculoskeletal, and "
    "neuromotor fitness in apparently healthy adults: guidance for prescribing exercise",
    "Med Sci Sports Exerc 43:1334-1359", "guideline")
BISHOP_2025 = _read("bishop-2025", "Bishop DJ, Beck B, Biddle SJH, and others", 2025,
    "Physical activity and exercise intensity terminology: a joint ACSM expert statement and ESSA consensus statement",
    "J Sci Med Sport", "consensus statement", doi="10.1016/j.jsams.2024.11.004")
ROBERGS_2002 = _read("robergs-2002", "Robergs RA, Landwehr R", 2002,
    "The surprising history of the HRmax = 220 - age equation", "JEPonline 5(2):1-10", "review")
HERITAGE_COMPARISON = _read("heritage-comparison", "Authors not recorded (HERITAGE Family Study)", 2013,
    "Measured maximal heart rates compared with age formulas in 762 people", "Journal not recorded",
    "observational study", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3935487/")
NIKOLAIDIS_2018 = _read("nikolaidis-2018", "Nikolaidis PT, and others", 2018,
    "Study of age formulas for maximal heart rate in recreational marathon runners",
    "Front Physiol 9:226", "observational study", doi="10.3389/fphys.2018.00226")
GELLISH_2007 = _read("gellish-2007", "Gellish RL, and others", 2007,
    "Longitudinal modeling of the relationship between age and maximal heart rate",
    "Med Sci Sports Exerc", "observational study")
TANAKA_2001 = _unread("tanaka-2001", "Tanaka H, and others", 2001,
    "Age-predicted maximal heart rate revisited", "J Am Coll Cardiol 37:153-156", "meta-analysis")
GULATI_2010 = _read("gulati-2010", "Gulati M, and others", 2010,
    "Study of heart rate in exercise tests of 5,437 women", "Circulation; read in press reports",
    "observational study")
KARVONEN_1957 = _unread("karvonen-1957", "Karvonen MJ, Kentala E, Mustala O", 1957,
    "The effects of training on heart rate: a longitudinal study", "Ann Med Exp Biol Fenn", "trial")
BORG_1982 = _unread("borg-1982", "Borg GAV", 1982,
    "Psychophysical bases of perceived exertion", "Med Sci Sports Exerc", "scale")
MAYO_BETA_BLOCKERS_2023 = _read("mayo-beta-blockers-2023", "Mayo Clinic", 2023,
    "Answer to a reader's question on beta blockers and exercise", "mayoclinic.org, December 2023",
    "health service page")

# Energy and forces

HERRMANN_2024 = _read("herrmann-2024", "Herrmann SD, Willis EA, Ainsworth BE, and others", 2024,
    "2024 Adult Compendium of Physical Activities: a third update of the energy costs of human activities",
    "J Sport Health Sci 13:6-12", "compendium")
AINSWORTH_2011 = _read("ainsworth-2011", "Ainsworth BE, and others", 2011,
    "2011 Compendium of Physical Activities: a second update of codes and MET values",
    "Med Sci Sports Exerc 43:1575-1581", "compendium")
KELLER_1996 = _read("keller-1996", "Keller TS, and others", 1996,
    "Relationship between vertical ground reaction force and speed during walking, slow jogging, and running",
    "Clin Biomech 11:253-259", "laboratory study")
NEWTON_STEP = _read("newton-step", "Newton R, Humphries B", 0,
    "Peak ground reaction forces during step aerobics, walking and jogging (with figures from earlier studies of "
    "running and sprinting)", "Conference paper", "laboratory study",
    url="https://acquire.cqu.edu.au/articles/conference_contribution/"
    "Peak_ground_reaction_forces_during_step_aerobics_walking_and_jogging/13397252")
WALLACE_2010 = _read("wallace-2010", "Wallace BJ, and others", 2010,
    "Quantification of vertical ground reaction forces of popular bilateral plyometric exercises",
    "J Strength Cond Res 24(1):207-212", "laboratory study")
LU_2007 = _read("lu-2007", "Lu TW, Chien HL, Chen HL", 2007,
    "Joint loading in the lower extremities during elliptical exercise",
    "Med Sci Sports Exerc 39:1651-1658", "laboratory study")
GOTTSCHALL_2005 = _read("gottschall-2005", "Gottschall JS, Kram R", 2005,
    "Ground reaction forces during downhill and uphill running", "J Biomech 38:445-452", "laboratory study")
KWOK_2022 = _read("kwok-2022", "Kwok MMY, So BCL, Heywood S, Lai MCY, Ng SSM", 2022,
    "Effectiveness of deep water running on improving cardiorespiratory fitness, physical function and quality of "
    "life: a systematic review",
    "Int J Environ Res Public Health 19(15):9434", "systematic review", doi="10.3390/ijerph19159434")

# Health and safety

BULL_2020 = _read("bull-2020", "Bull FC, and others (World Health Organization)", 2020,
    "World Health Organization 2020 guidelines on physical activity and sedentary behaviour",
    "Br J Sports Med", "guideline", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7719906/")
BROGAN_2017 = _read("brogan-2017", "Brogan M, Ledesma R, Coffino A, Chander P", 2017,
    "Freebie rhabdomyolysis: a public health concern. Spin class-induced rhabdomyolysis",
    "Am J Med 130:484-487", "case reports")
MASUDA_2023 = _read("masuda-2023", "Masuda Y, Wam R, Paik B, Ngoh C, Choong AMTL, Ng JJ", 2023,
    "Clinical characteristics and outcomes of exertional rhabdomyolysis after indoor spinning: a systematic review",
    "Phys Sportsmed 51:294", "systematic review")
MEEUSEN_2013 = _read("meeusen-2013", "Meeusen R, Duclos M, Foster C, and others", 2013,
    "Prevention, diagnosis, and treatment of the overtraining syndrome: joint consensus statement of the European "
    "College of Sport Science and the American College of Sports Medicine", "ECSS and ACSM", "consensus statement")
ACOG_2020 = _read("acog-2020", "American College of Obstetricians and Gynecologists", 2020,
    "Physical activity and exercise during pregnancy and the postpartum period",
    "Committee Opinion 804", "guideline")
ACSM_SCREENING_2016 = _read("acsm-screening-2016", "Magal M, Riebe D", 2016,
    "Summary of the American College of Sports Medicine's newer health screening before exercise",
    "ACSMs Health Fit J 20(3):22-27", "guideline")
WHITFIELD_2017 = _read("whitfield-2017", "Whitfield, and others", 2017,
    "Study of how many adults the newer screening would refer", "Med Sci Sports Exerc", "observational study")
WARBURTON_2011 = _unread("warburton-2011", "Warburton DER, and others", 2011,
    "The Physical Activity Readiness Questionnaire for Everyone (PAR-Q+)", "Journal not recorded", "questionnaire")
NHS_INFORM_2024 = _read("nhs-inform-2024", "NHS inform (Scotland)", 2024,
    "Pain and injuries after exercise", "nhsinform.scot, 29 April 2024", "health service page")
UCLH_DVT = _read("uclh-dvt", "University College London Hospitals", 0,
    "Leaflet on deep vein thrombosis", "Patient leaflet", "health service page")
HOUSTON_METHODIST_2026 = _read("houston-methodist-2026", "Houston Methodist", 2026,
    "Page on stress fractures", "Web page, February 2026", "health service page")
FEVER_PAGES = _read("fever-pages", "activekidmd.com; Courier Journal", 2023,
    "Pages on fever and exercise", "Web pages", "health service page")
RHABDO_PAGES = _read("rhabdo-pages", "Stony Brook Medicine; Healthgrades, citing the CDC", 0,
    "Pages on the signs and triggers of muscle breakdown", "Web pages", "health service page")

# What no paper settles

PROJECT_JUDGEMENT = _read("editors-judgement", "The editors of this guide", 2026,
    "A planning decision of this project, explained on the methods page", "This site", "editorial judgement")

# fmt: on

BY_KEY: dict[str, Source] = {entry.key: entry for entry in list(globals().values()) if isinstance(entry, Source)}
