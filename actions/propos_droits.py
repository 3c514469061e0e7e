"""Which labels the questions of conversation/propos_droits.yml may carry: each has its own fixed answer."""

from collections.abc import Container

from actions.dossier import NON_COMPRIS, UN_BESOIN

# What the engine, which knows a few requests on money, takes the others for.
MAL_LUS = {"declarer_changement", "activer_espace", "demander_document", "coordonnees_referent"}
DES_DROITS = {"question_droits", "question_recours", "question_paiement", "question_sanction"}
ARGENT = DES_DROITS | NON_COMPRIS | MAL_LUS | {"nier", "donner_information", "repeter", "demander_aide"}
PERDU = ARGENT | {"consulter_rdv", "parler_referent", "preparer_rdv", "detail_offre", "expliquer_cer"}
SANS_SANCTION = PERDU - {"question_sanction"}  # feared or received, it is answered with an offer to call
QUESTION = NON_COMPRIS | {"question_droits"}
SANS_CHANGEMENT = ARGENT - {
    "declarer_changement",
    "question_paiement",
}  # told plainly, a change is for the référent too

LABELS_DROITS: dict[str, Container[str]] = {
    "droits_retenue_recours": PERDU,
    "droits_recours_lettre": NON_COMPRIS | {"question_recours"},
    "droits_amende": SANS_SANCTION,
    "droits_saisie": SANS_SANCTION,
    "droits_prime_noel": PERDU | {UN_BESOIN},
    "droits_releves_caf": PERDU,
    "droits_releves": DES_DROITS | NON_COMPRIS,
    "droits_controle": SANS_SANCTION,
    "droits_zero": QUESTION | {"declarer_action", "activer_espace"},
    "droits_non_declare": DES_DROITS | NON_COMPRIS,
    "droits_couple": QUESTION,
    "droits_foyer": QUESTION | {"question_paiement"},
    "droits_aspa": ARGENT,
    "droits_ass": ARGENT,
    "droits_ass_dite": ARGENT,
    "droits_etudes": QUESTION,
    "droits_etranger": SANS_CHANGEMENT,
    "droits_demenagement": QUESTION | {"declarer_changement"},
    "droits_travail": QUESTION | {"question_paiement"},
    "droits_retard": DES_DROITS - {"question_sanction"} | NON_COMPRIS | {"mecontent"},
    "droits_numero_caf": ARGENT - {"activer_espace"} | {"lieu_rdv", "parler_referent"},
    "droits_logement": QUESTION,
    "droits_le_dire": PERDU - {"declarer_changement"},
    "droits_continue": PERDU | {UN_BESOIN},
    "droits_peur": NON_COMPRIS | {UN_BESOIN, "question_paiement"},
}
