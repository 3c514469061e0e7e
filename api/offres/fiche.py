"""What a page shows of an offer: facts ready for a template, which has the words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote, urlsplit

from api.offres.horaires import horaires_en_francais
from assistant.offres.inscriptions.places import se_reserve
from assistant.offres.tables import Offre
from assistant.parcours.numeros import NumeroInvalide, en_e164, lisible


class Etat(StrEnum):
    OUVERTE = "ouverte"
    COMPLETE = "complete"
    CLOSE = "close"  # it has begun, or the last day to join has passed
    PASSEE = "passee"
    RETIREE = "retiree"


@dataclass(frozen=True)
class Contact:
    """Something to touch: what is read, and the address behind it."""

    dit: str
    lien: str


@dataclass(frozen=True)
class Fiche:
    offre: Offre
    etat: Etat
    lieu: list[str]  # lines of the address; empty without any
    carte: str | None  # a geo: address
    horaires: list[str]
    telephone: Contact | None
    courriel: Contact | None
    site: Contact | None
    acces: Contact | None  # the page on accessibility
    places_libres: int | None
    par_jalon: bool  # Jalon signs people up, or passes the request on

    @property
    def rejoignable(self) -> bool:
        return self.etat in (Etat.OUVERTE, Etat.COMPLETE)


def fiche(offre: Offre, maintenant: datetime) -> Fiche:
    """Where only the référent can ask, nobody else's telephone is shown."""
    structure, direct = offre.structure, not offre.par_referent_seulement
    return Fiche(
        offre,
        etat_de(offre, maintenant),
        lieu=_lieu(offre),
        carte=_carte(offre),
        horaires=horaires_en_francais(offre.horaires_accueil or structure.horaires_accueil or ""),
        telephone=_telephone(offre.telephone or structure.telephone) if direct else None,
        courriel=_courriel(offre.courriel or structure.courriel) if direct else None,
        site=_site(offre.lien_mobilisation) if direct else None,
        acces=_site(structure.accessibilite_lieu),
        places_libres=None if offre.places is None else max(offre.places - offre.places_prises, 0),
        par_jalon=se_reserve(offre) or not direct,
    )


def etat_de(offre: Offre, maintenant: datetime) -> Etat:
    if offre.retiree_le is not None:
        return Etat.RETIREE
    if offre.debut is not None and (offre.fin or offre.debut) <= maintenant:
        return Etat.PASSEE
    if any(limite and limite <= maintenant for limite in (offre.debut, offre.fin_inscription)):
        return Etat.CLOSE
    return Etat.COMPLETE if offre.complete else Etat.OUVERTE


def _lieu(offre: Offre) -> list[str]:
    if offre.a_distance:
        return []
    ville = " ".join(mot for mot in (offre.code_postal, offre.commune) if mot)
    return [ligne for ligne in (offre.complement_adresse, offre.adresse, ville) if ligne]


def _carte(offre: Offre) -> str | None:
    if offre.a_distance or offre.latitude is None or offre.longitude is None:
        return None
    point = f"{offre.latitude:.6f},{offre.longitude:.6f}"
    return f"geo:{point}?q={point}({quote(offre.nom, safe='')})"


def _telephone(texte: str | None) -> Contact | None:
    """Short numbers (3949) and those we cannot read are dialled as written."""
    if not texte or not any(map(str.isdigit, texte)):
        return None
    try:
        numero = en_e164(texte)
    except NumeroInvalide:
        return Contact(texte, "tel:" + "".join(filter(str.isdigit, texte)))
    return Contact(lisible(numero), f"tel:{numero}")


def _courriel(texte: str | None) -> Contact | None:
    return Contact(texte, f"mailto:{quote(texte, safe='@')}") if texte and "@" in texte else None


def _site(adresse: str | None) -> Contact | None:
    """Web pages only: a source may write anything here."""
    try:
        lue = urlsplit((adresse or "").strip())
        return (
            Contact(lue.hostname, lue.geturl()) if lue.scheme in ("http", "https") and lue.hostname else None
        )
    except ValueError:
        return None
