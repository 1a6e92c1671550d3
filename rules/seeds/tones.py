"""The tone of each term: good and adverse for the person concerned, ended for what is over; neutral says neither."""

GOOD, NEUTRAL, ADVERSE, ENDED = "good", "neutral", "adverse", "ended"

# Every term of these says neither.
WITHOUT = (
    *("party_category", "procedure", "domain", "identity_document", "permit_kind", "enforcement_category"),
    *("law_kind", "power_type", "inspection_class", "flow_act", "recording_class", "act_class", "remedy_channel"),
)
# {vocabulary: (the tone of its terms, {another tone: codes})}
TONES: dict[str, tuple[str, dict[str, str]]] = {
    **{vocabulary: (NEUTRAL, {}) for vocabulary in WITHOUT},
    "penalty_type": (ADVERSE, {}),
    "grade": (NEUTRAL, {ADVERSE: "serious"}),
    "withdrawal_ground": (ENDED, {}),
    "notice_category": (NEUTRAL, {GOOD: "good_example", ADVERSE: "bad_example"}),
    "coercion_measure": (ADVERSE, {}),
    "coercion_outcome": (NEUTRAL, {ADVERSE: "confiscated destroyed", ENDED: "lifted handed_over executed"}),
    "other_decision": (NEUTRAL, {GOOD: "reward payment no_penalty", ADVERSE: "order"}),
    "circumstance": (NEUTRAL, {ADVERSE: "heavier serious very_serious"}),
    "inspection_risk": (NEUTRAL, {GOOD: "low", ADVERSE: "high"}),
    "inspection_result": (ADVERSE, {GOOD: "nothing_found", NEUTRAL: "not_active", ENDED: "closed"}),
    "inspection_handling": (ADVERSE, {GOOD: "none"}),
}


def tone_of(vocabulary: str, code: str) -> str:
    """The tone of a term; of what the bureau added itself, that of its vocabulary. Unknown vocabularies are neutral."""
    usual, others = TONES.get(vocabulary, (NEUTRAL, {}))
    return next((tone for tone, codes in others.items() if code in codes.split()), usual)
