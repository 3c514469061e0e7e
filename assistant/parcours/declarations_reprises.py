"""« c'est pas fini », « j'ai déjà dit 6h », « c'est 6h pas 12 »: taken back, never added to."""

import re
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.francais import duree_en_francais
from assistant.content.reponse import Reponse
from assistant.offres.mots import plier
from assistant.parcours.actions_contrat import compteur, etat_dit, libelle_court, reprendre_faite
from assistant.parcours.contrat_courant import contrat_courant
from assistant.parcours.contrats import ActionContrat, Contrat, EtatAction, HeuresDeclarees
from assistant.parcours.declarations_notees import (
    Declaration,
    Manque,
    Suite,
    nie_fini,
    noter_heures,
)
from assistant.parcours.durees import minutes_dites, minutes_niees, minutes_plausibles
from assistant.parcours.heures import fixer_le_total, lundi_de, minutes_de_la_semaine
from assistant.parcours.reconnaissance import actions_reconnues, actions_visibles

_DEJA = re.compile(
    r"\bdeja (?:dit|di|note\w*|mis|donne\w*|declare\w*|compte\w*|ecrit|envoye\w*|repondu)\b"
    r"|\b(?:comme|viens de|vien de) (?:je )?(?:(?:vous|te|l) )?(?:l ai )?(?:dit|dire|di)\b|\bje repete\b"
)
RECENT = timedelta(days=1)


def action_reprise(session: Session, dite: Declaration) -> ActionContrat | None:
    """The action noted as done that « c'est pas fini » speaks of: the one named, else the last of the day."""
    contrat = contrat_courant(session, dite.allocataire.id, dite.maintenant.date())
    if contrat is None or not nie_fini(dite.texte):
        return None
    visibles = actions_visibles(contrat.actions)
    nommees = actions_reconnues(visibles, dite.texte)
    depuis = dite.maintenant - RECENT
    notees = [a for a in visibles if a.declaree_faite_le and a.etat != EtatAction.DONE]
    if nommees:
        return next((a for a in notees if a in nommees), None)
    recentes = [a for a in notees if a.declaree_faite_le and a.declaree_faite_le >= depuis]
    return max(recentes, key=lambda a: a.declaree_faite_le or depuis, default=None)


def reprendre_fini(session: Session, dite: Declaration) -> Suite | None:
    """« c'est EN COURS, corrigez »: no longer noted as done; its hours are asked for if none were said."""
    action = action_reprise(session, dite)
    contrat = contrat_courant(session, dite.allocataire.id, dite.maintenant.date())
    if action is None or contrat is None:
        return None
    if minutes := minutes_plausibles(minutes_dites(dite.texte)):
        return noter_heures(session, dite, contrat, minutes, action)
    reprendre_faite(session, action, dite.allocataire, dite.maintenant)
    valeurs = {"action": libelle_court(action), "etat": etat_dit(action)}
    if not contrat.heures_semaine or _de_la_semaine(session, contrat, dite, action):
        return Suite(Reponse("declaration_reprise", valeurs))
    return Suite(Reponse("declaration_reprise_combien", valeurs), Manque.HEURES, action_id=action.id)


def deja_comptees(
    session: Session, dite: Declaration, contrat: Contrat, minutes: int, action: ActionContrat | None
) -> Suite | None:
    """« j'ai déjà dit 6h »: counted once, and said so."""
    if not contrat.heures_semaine or not _DEJA.search(plier(dite.texte)):
        return None
    notees = _de_la_semaine(session, contrat, dite, action)
    memes = [heures for heures in notees if heures.minutes == minutes and heures.tour_id != str(dite.tour_id)]
    if not memes:
        return None
    jour = dite.maintenant.date()
    valeurs = compteur(session, contrat, memes[0].jour, jour) | {"duree": duree_en_francais(minutes)}
    return Suite(Reponse("declaration_deja_comptee", valeurs), heures_id=memes[0].id)


def corrige_le_total(
    session: Session, dite: Declaration, contrat: Contrat, heures_id: int, minutes: int
) -> int | None:
    """The hours that stand for the rest once the total is corrected; None when only the last are meant."""
    derniere = session.get(HeuresDeclarees, heures_id)
    if derniere is None or derniere.contrat_id != contrat.id or derniere.validees is not None:
        return None
    niees, total = minutes_niees(dite.texte), minutes_de_la_semaine(session, contrat, derniere.jour)
    redites = derniere.minutes == minutes and _meme_chose(session, derniere)
    if redites:
        total_voulu = total - sum(heures.minutes for heures in redites)
    elif niees is not None and niees == total != derniere.minutes:
        total_voulu = minutes
    else:
        return None
    return fixer_le_total(session, contrat, derniere.jour, total_voulu)


def _meme_chose(session: Session, derniere: HeuresDeclarees) -> list[HeuresDeclarees]:
    """The others of that day for the same action, which the référent has not decided on."""
    query = select(HeuresDeclarees).where(
        HeuresDeclarees.contrat_id == derniere.contrat_id,
        HeuresDeclarees.jour == derniere.jour,
        HeuresDeclarees.action_id.is_not_distinct_from(derniere.action_id),
        HeuresDeclarees.validees.is_(None),
        HeuresDeclarees.id != derniere.id,
    )
    return list(session.scalars(query))


def _de_la_semaine(
    session: Session, contrat: Contrat, dite: Declaration, action: ActionContrat | None
) -> list[HeuresDeclarees]:
    lundi = lundi_de(dite.maintenant.date())
    query = select(HeuresDeclarees).where(
        HeuresDeclarees.contrat_id == contrat.id,
        HeuresDeclarees.jour.between(lundi, lundi + timedelta(days=6)),
        HeuresDeclarees.validees.is_not(False),
    )
    notees = session.scalars(query.order_by(HeuresDeclarees.id.desc()))
    return [h for h in notees if action is None or h.action_id in (None, action.id)]
