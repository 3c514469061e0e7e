"""When the référent works, and when they come back."""

from datetime import date, datetime, timedelta

from assistant.content.francais import heure_en_francais, jour_en_francais
from assistant.content.reponse import Reponse
from assistant.handoff.coordonnees import coordonnees, qui_appeler
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.dates_parlees import moment_cite
from assistant.parcours.jours_ouvres import est_ferie
from assistant.parcours.referents import Referent, interlocuteur

DEUX_SEMAINES = 14  # days: a weekday named is one of these


def retour_du_referent(qui: Allocataire, maintenant: datetime) -> Reponse | None:
    """« elle revient quand ? »: the day after a known absence; None when they are not away."""
    jour = maintenant.date()
    referent, present = qui.referent, interlocuteur(qui.referent, jour)
    en_cours = [absence.fin for absence in referent.absences if absence.debut <= jour <= absence.fin]
    if not en_cours:
        return None
    cle = "referent_retour" if present.remplace else "referent_retour_seul"
    valeurs = qui_appeler(qui, maintenant) | {"absent": referent.nom_complet}
    return Reponse(cle, valeurs | {"jour": jour_en_francais(max(en_cours), jour)})


def jours_du_referent(qui: Allocataire, texte: str, maintenant: datetime) -> Reponse:
    """« claire elle bosse le vendredi ? »: the hours of the day that is named, else of the next ones."""
    referent = interlocuteur(qui.referent, maintenant.date()).referent
    jour = _jour_nomme(texte, maintenant)
    if jour is None:
        return coordonnees(qui, maintenant)
    valeurs = qui_appeler(qui, maintenant) | {"jour": jour_en_francais(jour, maintenant.date())}
    horaires = _horaires(referent, jour)
    if not horaires:
        return Reponse("referent_pas_la", valeurs)
    return Reponse("referent_la", valeurs | {"horaires": horaires})


def _jour_nomme(texte: str, maintenant: datetime) -> date | None:
    cite = moment_cite(texte, maintenant)
    a_venir = (maintenant.date() + timedelta(days=n) for n in range(DEUX_SEMAINES))
    return next((jour for jour in a_venir if cite and any(j.contient(jour) for j in cite.jours)), None)


def _horaires(referent: Referent, jour: date) -> str:
    if referent.absent_le(jour) or est_ferie(jour):
        return ""
    plages = sorted((p for p in referent.plages if p.jour == jour.weekday()), key=lambda plage: plage.debut)
    return " et ".join(f"{heure_en_francais(p.debut)}-{heure_en_francais(p.fin)}" for p in plages)
