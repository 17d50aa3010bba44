"""Every sentence that a person reads about a movement, a flag, the observed time or the table; nothing else says such
things.

Two registers: "plain" for parents, "precise" for clinicians (numbers, rule, settings). A sentence never says what a
finding means for the baby (`forbidden_words` lists what must not appear), and "nothing found" is only ever said together
with how much could be observed.

Every English template stands in a call `translate("Wording", "...")` with named placeholders, so that Qt's lupdate finds
it in these files. What the rooms below say themselves (an error's cause, a step's name) are phrases
(`annotator.phrase`), and `said` says them. The window plugs its language in once, at its start:

    wording.set_translator(lambda text: QCoreApplication.translate("Wording", text), formats.number, "de")
"""

from annotator.wording.changes import measured_otherwise
from annotator.wording.counts import flag_count, movement_count
from annotator.wording.coverage import (
    coverage_sentence,
    excluded_sentence,
    excluded_sentences,
    limb_coverage_sentence,
    looked_sentence,
    nothing_found,
    observable,
    observed_sentence,
    summary_sentence,
    unnamed_limb_sentence,
)
from annotator.wording.flags import (
    Comparison,
    comparisons,
    flag_row_sentence,
    flag_sentence,
    movement_sentence,
    near_miss_sentence,
    setting_phrase,
    settings_sentence,
    sudden_noise_sentence,
)
from annotator.wording.general import age_note, clip_notice, disclaimer, purpose, what_a_flag_says
from annotator.wording.limits import filming_advice, filming_aspect_name, filming_enough, limit_sentence
from annotator.wording.lint import forbidden_words
from annotator.wording.names import (
    answer_name,
    how_answered_name,
    kind_name,
    limb_name,
    limbs_phrase,
    reason_name,
    role_name,
    rule_name,
    sound_name,
    state_name,
    verdict_name,
)
from annotator.wording.review import (
    agreement_sentences,
    disagreement_sentence,
    kappa_of_kinds,
    kappa_of_time,
    kappas_of_limbs,
    onset_differences,
    review_sentence,
    reviewers,
)
from annotator.wording.rows import answer_sentence, measured_sentence, row_sentences, row_state_phrase
from annotator.wording.table import (
    column_title,
    free_text_label,
    question_text,
    row_side,
    row_title,
)
from annotator.wording.translate import Register, clock, length, number, said, set_translator, translate

__all__ = [
    "Comparison",
    "Register",
    "age_note",
    "agreement_sentences",
    "answer_name",
    "answer_sentence",
    "clip_notice",
    "clock",
    "column_title",
    "comparisons",
    "coverage_sentence",
    "disagreement_sentence",
    "disclaimer",
    "excluded_sentence",
    "excluded_sentences",
    "filming_advice",
    "filming_aspect_name",
    "filming_enough",
    "flag_count",
    "flag_row_sentence",
    "flag_sentence",
    "forbidden_words",
    "free_text_label",
    "how_answered_name",
    "kappa_of_kinds",
    "kappa_of_time",
    "kappas_of_limbs",
    "kind_name",
    "length",
    "limb_coverage_sentence",
    "limb_name",
    "limbs_phrase",
    "limit_sentence",
    "looked_sentence",
    "measured_otherwise",
    "measured_sentence",
    "movement_count",
    "movement_sentence",
    "near_miss_sentence",
    "nothing_found",
    "number",
    "observable",
    "observed_sentence",
    "onset_differences",
    "purpose",
    "question_text",
    "reason_name",
    "review_sentence",
    "reviewers",
    "role_name",
    "row_sentences",
    "row_side",
    "row_state_phrase",
    "row_title",
    "rule_name",
    "said",
    "set_translator",
    "setting_phrase",
    "settings_sentence",
    "sound_name",
    "state_name",
    "sudden_noise_sentence",
    "summary_sentence",
    "translate",
    "unnamed_limb_sentence",
    "verdict_name",
    "what_a_flag_says",
]
