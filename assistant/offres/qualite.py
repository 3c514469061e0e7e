"""What is wrong with an offer as its source wrote it, for those who keep the catalogue."""

from datetime import datetime

from dateutil.relativedelta import relativedelta

from assistant.offres.tables import Offre

MOIS_AVANT_PEREMPTION = 18


def notes(offre: Offre, maintenant: datetime) -> list[str]:
    """Keys of texts, the gravest first; none for an offer one can rely on."""
    constats = {
        "qualite_passee": _passee(offre, maintenant),
        "qualite_perimee": _perimee(offre, maintenant),
        "qualite_sans_date": offre.date_maj is None,
        "qualite_sans_contact": not _joignable(offre),
        "qualite_sans_lieu": _sans_lieu(offre),
        "qualite_sans_thematique": not offre.thematiques,
        "qualite_sans_description": not offre.description.strip(),
        "qualite_sans_structure": not offre.structure.nom,
    }
    return [cle for cle, constat in constats.items() if constat]


def _passee(offre: Offre, maintenant: datetime) -> bool:
    derniere = offre.fin or offre.debut
    return derniere is not None and derniere < maintenant


def _perimee(offre: Offre, maintenant: datetime) -> bool:
    limite = maintenant.date() - relativedelta(months=MOIS_AVANT_PEREMPTION)
    return offre.date_maj is not None and offre.date_maj < limite


def _joignable(offre: Offre) -> bool:
    """By telephone, mail or form, its own or its structure's."""
    moyens = (offre.telephone, offre.courriel, offre.lien_mobilisation)
    return any((*moyens, offre.structure.telephone, offre.structure.courriel))


def _sans_lieu(offre: Offre) -> bool:
    return not offre.a_distance and None in (offre.latitude, offre.longitude)
