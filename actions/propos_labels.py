"""What the engine may hear where a rule of conversation/propos*.yml says more of a message than its label."""

from collections.abc import Container

from actions.dossier import NON_COMPRIS
from actions.propos_droits import LABELS_DROITS

SUR_JALON = {"demander_robot", "demander_aide", "mecontent", "repeter"}  # labels that ask nothing of a file
SANS_DEMANDE = SUR_JALON | NON_COMPRIS | {"affirmer", "nier", "choisir", "donner_information"}
SANS_DEMANDE |= {"saluer", "remercier", "au_revoir", "mauvais_numero"}
# What the engine, taught no such message, takes them for.
MAL_LUS = {"declarer_changement", "activer_espace", "demander_document", "coordonnees_referent"}
DES_OFFRES = {"inscrire_offre", "desinscrire_offre", "detail_offre", "chercher_offre"}
DU_CONTRAT = {"consulter_cer", "consulter_actions", "expliquer_cer", "signer_cer"}
DU_DOSSIER = {"consulter_cer", "consulter_actions", "consulter_rdv", "confirmer_rdv", "question_droits"}
DU_RENDEZ_VOUS = {"consulter_rdv", "lieu_rdv", "preparer_rdv", "confirmer_rdv", "parler_referent"}
EMPECHEMENTS = {"annuler_rdv", "deplacer_rdv", "signaler_absence_passee", "signaler_retard"}
RENDEZ_VOUS = DU_RENDEZ_VOUS | EMPECHEMENTS | {"prendre_rdv"}
DES_DROITS = {"question_droits", "question_recours", "question_paiement"}
SUR_SES_DONNEES = SANS_DEMANDE | MAL_LUS | DU_DOSSIER | {"prendre_rdv", "question_recours", "expliquer_cer"}
SUR_LE_CONTRAT = SANS_DEMANDE | DU_CONTRAT | DES_DROITS | {"question_sanction", "modifier_cer"}
SUR_LE_REFERENT = SANS_DEMANDE | DU_CONTRAT | {"consulter_rdv", "coordonnees_referent", "parler_referent"}

# The first rule that a message and its label satisfy answers it.
LABELS: dict[str, Container[str]] = {
    "pour_un_proche": SANS_DEMANDE | MAL_LUS | RENDEZ_VOUS | DU_DOSSIER,
    "changer_numero": SANS_DEMANDE | MAL_LUS | {"question_droits"},
    "lu_par_un_proche": SANS_DEMANDE | MAL_LUS | DU_DOSSIER,
    "proche_traduit": SANS_DEMANDE | MAL_LUS | DU_RENDEZ_VOUS | {"changer_langue", "chercher_offre"},
    "rdv_ensemble": SANS_DEMANDE | MAL_LUS | DU_RENDEZ_VOUS | {"deplacer_rdv"},
    "qui_a_donne": SANS_DEMANDE | MAL_LUS,
    "qui_lit": SUR_SES_DONNEES,
    "tourne_en_rond": SANS_DEMANDE,
    "injoignable": SANS_DEMANDE | {"parler_referent", "coordonnees_referent"},
    "doute": SANS_DEMANDE | MAL_LUS,
    "a_deux": SANS_DEMANDE | MAL_LUS,
    "ce_numero": SANS_DEMANDE | MAL_LUS,
    "ne_plus_ecrire": SANS_DEMANDE
    | MAL_LUS
    | DES_OFFRES
    | {"lieu_rdv", "annuler_rdv", "changer_langue", "parler_referent"},
    "reclamation": SANS_DEMANDE | MAL_LUS | {"question_recours", "question_sanction"},
    "garde_combien": SUR_SES_DONNEES | {"detail_offre"},
    "effacer": SUR_SES_DONNEES,
    "garde_messages": SUR_SES_DONNEES,
    "voir_dossier": SUR_SES_DONNEES,
    "decide": SANS_DEMANDE | {"question_sanction"},
    "anonyme": SANS_DEMANDE | MAL_LUS | {"question_recours"},
    "cout": SANS_DEMANDE | {"detail_offre"},
    "cout_seul": SANS_DEMANDE | {"detail_offre", "question_paiement"},
    "ne_rien_transmettre": SANS_DEMANDE | MAL_LUS | {"parler_referent"},
    "pas_d_appel": SANS_DEMANDE | {"parler_referent", "coordonnees_referent"},
    "transmis_quoi": SANS_DEMANDE | DU_CONTRAT | {"parler_referent"},
    "est_ce_transmis": SANS_DEMANDE | DU_CONTRAT | {"parler_referent"},
    "changement_a_qui": SANS_DEMANDE | MAL_LUS | DES_DROITS | {"chercher_offre", "question_sanction"},
    "transmettre_a": SANS_DEMANDE | MAL_LUS | DES_DROITS | DU_CONTRAT | {"question_sanction", "preparer_rdv"},
    "transmettre": SANS_DEMANDE - {"remercier"} | MAL_LUS | {"parler_referent", "preparer_rdv"},
    "seulement_une_question": SANS_DEMANDE | MAL_LUS,
    "contrat_gratuit": SUR_LE_CONTRAT | MAL_LUS,
    "contrat_discuter": SUR_LE_CONTRAT,
    "contrat_pas_tenir": SUR_LE_CONTRAT | {"preparer_rdv"},
    "signer_oblige": SUR_LE_CONTRAT,
    "refus_signer": SUR_LE_CONTRAT,
    "dispense": SUR_LE_CONTRAT | {"preparer_rdv", "declarer_action", "detail_offre", "chercher_offre"},
    "envoyer_papier": SANS_DEMANDE | {"demander_document", "preparer_rdv", "parler_referent"},
    "sans_certificat": SANS_DEMANDE | {"demander_document", "signaler_absence_passee"},
    "sans_referent": SANS_DEMANDE | MAL_LUS,
    "quoi_dire": SANS_DEMANDE | {"parler_referent", "preparer_rdv", "coordonnees_referent"},
    "premiers_pas": SANS_DEMANDE | MAL_LUS | {"consulter_actions", "consulter_cer", "expliquer_cer"},
    "nouvelles": SANS_DEMANDE | MAL_LUS | {"parler_referent", "detail_offre"},
    "valide_heures": SANS_DEMANDE | {"consulter_cer", "expliquer_cer", "declarer_action"},
    "referent_retour": SUR_LE_REFERENT | {"detail_offre"},
    "referent_absent": SUR_LE_REFERENT | {"detail_offre"},
    "referent_jours": SUR_LE_REFERENT | {"detail_offre"},
    "referent_travaille": {"deplacer_rdv", "prendre_rdv"},
    "referent_comment": SUR_LE_REFERENT - {"mecontent"} | {"chercher_offre"},
    "referent_numero": SUR_JALON | {"parler_referent"},
    "qui_relancer": NON_COMPRIS | DU_CONTRAT | {"parler_referent", "demander_robot"},
    "renouveler_comment": DU_CONTRAT,
    "mdph": {"question_droits", "demander_document", "consulter_actions"} | NON_COMPRIS,
    "heures_quoi": {"preparer_rdv"} | NON_COMPRIS,
    "rdv_ailleurs": SANS_DEMANDE
    | MAL_LUS
    | DU_RENDEZ_VOUS
    | DES_DROITS
    | {"question_sanction", "signaler_retard"},
    **LABELS_DROITS,
    "emploi_trouve": SANS_DEMANDE | {"declarer_changement"},
    "droits_inscription_ft": SANS_DEMANDE
    | MAL_LUS
    | {"question_sanction", "question_droits", "expliquer_cer"},
    "droits_echelonnement": DES_DROITS,
    "droits_sans_internet": DES_DROITS | {"activer_espace"},
    "droits_ou_declarer": DES_DROITS,
    "droits_quand_declarer": DES_DROITS,
    "droits_corriger": DES_DROITS | NON_COMPRIS,
    "corriger_comment": {"question_recours"} | NON_COMPRIS,
    "creche_sans_reponse": {"chercher_offre", "demander_document"} | NON_COMPRIS,
    "humain": SUR_JALON,
    "cest_qui": SUR_JALON | NON_COMPRIS | {"saluer"},
    "accueil": SANS_DEMANDE | MAL_LUS | {"lieu_rdv"},
    "energie": DES_DROITS | NON_COMPRIS | {"chercher_offre"},
    "bus_prix": DES_DROITS | NON_COMPRIS | {"chercher_offre", "lieu_rdv", "nier", "mecontent"},
    "courrier_perdu": SANS_DEMANDE | MAL_LUS,
    "patience": SANS_DEMANDE | {"signaler_retard"},
    "excuses": SANS_DEMANDE | {"chercher_offre"},
    "etonnement": SANS_DEMANDE,
    "rire": SANS_DEMANDE,
    "ca_va": SANS_DEMANDE,
    "inscriptions": SANS_DEMANDE | MAL_LUS | DES_OFFRES | DU_DOSSIER,
    "rdv_perd_place": SANS_DEMANDE | MAL_LUS | RENDEZ_VOUS | {"question_sanction"},
    "rdv_courrier": SANS_DEMANDE | MAL_LUS | RENDEZ_VOUS | {"chercher_offre"},
    "rdv_ouvert": SANS_DEMANDE | MAL_LUS | DU_RENDEZ_VOUS | {"detail_offre"},
    "rdv_accompagne": SANS_DEMANDE | MAL_LUS | DU_RENDEZ_VOUS,
    "rdv_sans_piece": {"preparer_rdv"},
    "rdv_piece_perimee": SANS_DEMANDE | MAL_LUS | DU_RENDEZ_VOUS,
    "rdv_empechement": SANS_DEMANDE | MAL_LUS | RENDEZ_VOUS,
    "rdv_remettre": SANS_DEMANDE | MAL_LUS | RENDEZ_VOUS,
    "rdv_pas_annule": SANS_DEMANDE | MAL_LUS | RENDEZ_VOUS | {"desinscrire_offre"},
    "rdv_retard": SANS_DEMANDE | RENDEZ_VOUS - {"parler_referent", "lieu_rdv", "signaler_absence_passee"},
    "rdv_redira": SANS_DEMANDE | MAL_LUS | RENDEZ_VOUS | {"chercher_offre"},
    "rdv_a_ce_jour": SANS_DEMANDE | DU_RENDEZ_VOUS,
    "rdv_tient": SANS_DEMANDE | DU_RENDEZ_VOUS | {"deplacer_rdv"},
    "rdv_decaler": NON_COMPRIS,
    "rdv_groupe": SANS_DEMANDE | {"consulter_rdv", "confirmer_rdv", "chercher_offre", "detail_offre"},
}
