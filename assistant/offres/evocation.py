"""An offer named as something already spoken of: « le cours de libourne », « le coup de pouce c koi »."""

import re
from collections.abc import Sequence

from assistant.offres.choix import nom_propre, offre_au_rang, offre_citee
from assistant.offres.moments import moment_refuse
from assistant.offres.mots import plier
from assistant.offres.ressemblance import mots_pleins, sonnent_pareil
from assistant.offres.suite_lue import mots_de_poids
from assistant.offres.tables import Offre

_CONNUE = re.compile(  # « un cours » is any, « pour le permis » a need
    r"(?<!pour )(?<!pr )(?<!passer )\b(?:le|la|l|les|du|au|celle|celui|ce|cette|votre|vot)\b"
    r"|\b(?:c|cest|c est|c etait|ces|sai) (?:quoi|koi)\b|\bkesako\b"
    r"|\b(?:plus|infos?|details?|savoir|parl\w*|expli\w*) (?:moi )?(?:sur|de|du)\b"
)
_CADRE = (
    "dis dit dites parle parlez parler explique expliquez info infos detail details sais avant tout heure"
    " tantot finalement interesse prends revenir revient reviens parlais parlait combien quand prix"
    " horaire horaires adresse cours cour atelier"
)
_DU_CADRE = frozenset(_CADRE.split())


def offre_evoquee(montrees: Sequence[Offre], anterieures: Sequence[Offre], texte: str) -> Offre | None:
    """The one whose name and town say all that `texte` says; of several, that of the list `montrees`."""
    if offre_au_rang(montrees, texte) or moment_refuse(texte) or not _CONNUE.search(plier(texte)):
        return None
    dits = [mot for mot in mots_pleins(texte) if mots_de_poids(mot) and plier(mot) not in _DU_CADRE]
    scores = [(_combien(nom_propre(o), dits), o) for o in anterieures if _dit_tout(o, dits)]
    meilleur = max((score for score, _ in scores), default=0)
    nommees = [offre for score, offre in scores if score == meilleur > 0]
    ici = [offre for offre in nommees if offre.id in {montree.id for montree in montrees}]
    return _la_seule(nommees) or _la_seule(ici) or offre_citee(nommees, texte)


def _dit_tout(offre: Offre, dits: Sequence[str]) -> bool:
    return _combien(" ".join(dits), mots_pleins(f"{offre.nom} {offre.commune}")) == len(dits)


def _combien(libelle: str, dits: Sequence[str]) -> int:
    """How many words of `libelle` are said."""
    return sum(any(sonnent_pareil(sien, mot) for mot in dits) for sien in mots_pleins(libelle))


def _la_seule(offres: Sequence[Offre]) -> Offre | None:
    return offres[0] if len(offres) == 1 else None
