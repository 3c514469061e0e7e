"""A person's own contract in words: what it is, where it stands, what is in it."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from assistant.content.francais import date_en_francais, duree_en_francais
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.offres.mots import plier
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrat_courant import contrat_courant, etat_contrat
from assistant.parcours.contrats import Contrat
from assistant.parcours.referents import interlocuteur

DELAI_DU_CONTRAT = relativedelta(months=1)  # from the notified orientation, decree 2024-1244
_SANTE = re.compile(
    r"\b(?:(?:le|mon) dos?|sante|malad\w*|handicap\w*|opere\w*|operation|depress\w*|mal (?:au|aux|a)"
    r"|douleurs?)\b"
)
_HEURES = re.compile(r"\b(?:15 ?h?|quinze|\w*heures?|heurs?|eures?|eurs?)\b")


def nom_du_contrat(contrat: Contrat) -> str:
    return render(f"genre_{contrat.genre}")


def qui_suit(allocataire: Allocataire, jour: date) -> str:
    """The name of the référent, or of the stand-in."""
    return interlocuteur(allocataire.referent, jour).referent.nom_complet


def contrat_explique(session: Session, verifie: Allocataire | None, texte: str, jour: date) -> Reponse:
    """What a contract is, or what the hours are when `texte` asks for them.

    In the words of their own contract for a person whose identity is verified; in general for others,
    since that somebody has a contract is theirs alone to know.
    """
    if _HEURES.search(plier(texte)) and _SANTE.search(plier(texte)):
        return Reponse("heures_sante")
    sujet = "heures" if _HEURES.search(plier(texte)) else "contrat"
    contrat = contrat_courant(session, verifie.id, jour) if verifie else None
    if verifie is None or contrat is None:
        return Reponse(f"{sujet}_explique")
    valeurs = {
        "contrat": nom_du_contrat(contrat),
        "heures": heures_prevues(contrat),
        "referent": qui_suit(verifie, jour),
    }
    return Reponse(f"{sujet}_explique_le_votre", valeurs)


def contrat_consulte(session: Session, allocataire: Allocataire, jour: date) -> Reponse:
    contrat = contrat_courant(session, allocataire.id, jour)
    if contrat is None:
        return contrat_absent(allocataire, jour)
    return Reponse(
        f"contrat_{etat_contrat(contrat, jour)}",
        {
            "contrat": nom_du_contrat(contrat),
            "debut": date_en_francais(contrat.debut),
            "fin": date_en_francais(contrat.fin),
            "referent": qui_suit(allocataire, jour),
        },
    )


def contrat_absent(allocataire: Allocataire, jour: date) -> Reponse:
    """No contract yet: what happens next, and until when while that day is still ahead."""
    valeurs = {"referent": qui_suit(allocataire, jour)}
    limite = allocataire.oriente_le and allocataire.oriente_le + DELAI_DU_CONTRAT
    if limite and limite >= jour:
        return Reponse("contrat_a_preparer", valeurs | {"limite": date_en_francais(limite)})
    return Reponse("contrat_attendu", valeurs)


def heures_prevues(contrat: Contrat) -> str:
    return duree_en_francais(contrat.heures_semaine * 60)
