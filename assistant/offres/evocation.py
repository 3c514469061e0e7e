"""An offer named as something already spoken of: « le cours de libourne », « le coup de pouce c koi »."""

import re
from collections.abc import Sequence

from assistant.offres.choix import nom_propre, offre_au_rang, offre_citee
from assistant.offres.moments import est_un_moment, moment_refuse
from assistant.offres.mots import plier
from assistant.offres.precision_de_lieu import OuDite, ou_est_dite
from assistant.offres.ressemblance import dit_en_entier, mots_communs, mots_pleins, sonnent_pareil
from assistant.offres.suite_lue import mots_de_poids
from assistant.offres.tables import Offre

Situee = tuple[Offre, float | None]  # an offer, and how far we said it is, in km

_ARTICLE = r"(?:le|la|l|les|du|au|celle|celui|ce|cet|cette|votre|vot)"
_CONNUE = re.compile(  # « un cours » is any, « pour le permis » a need
    rf"(?<!pour )(?<!pr )(?<!passer )\b{_ARTICLE}\b"
    r"|\b(?:c|cest|c est|c etait|ces|sai) (?:quoi|koi)\b|\bkesako\b"
    r"|\b(?:plus|infos?|details?|savoir|parl\w*|expli\w*) (?:moi )?(?:sur|de|du)\b"
)
_CHERCHE = re.compile(  # any that there may be, and not that one
    r"\b(?:une?|d autres?|autres?|besoin|je ?cherch\w*|j ?cherch\w*|y ?a|il y a|pas)\b"
)
_CADRE = (
    "dis dit dites parle parlez parler explique expliquez info infos detail details sais avant tout heure"
    " tantot finalement interesse prends revenir revient reviens parlais parlait combien quand prix"
    " horaire horaires adresse cours cour atelier telephone telefone tel numero num veux veu jveux quel jour"
)
_DU_CADRE = frozenset(_CADRE.split())
ASSEZ = 2  # what is said of one offer: words of its name, its town, how far it is


def offre_evoquee(montrees: Sequence[Offre], anterieures: Sequence[Situee], texte: str) -> Offre | None:
    """The one whose name and town say all that `texte` says, else the one named and placed by it; of several,
    that of the list `montrees`.
    """
    if offre_au_rang(montrees, texte) or moment_refuse(texte):
        return None
    offres = [offre for offre, _ in anterieures]
    dits = [mot for mot in mots_pleins(texte) if mots_de_poids(mot) and plier(mot) not in _DU_CADRE]
    connue = _CONNUE.search(plier(texte)) is not None
    toutes = [(_combien(_sans_moment(o), dits), o) for o in offres if connue and _dit_tout(o, dits)]
    return _la_mieux(toutes, montrees, texte) or _placee(montrees, anterieures, texte, dits, connue=connue)


def _placee(
    montrees: Sequence[Offre], situees: Sequence[Situee], texte: str, dits: Sequence[str], *, connue: bool
) -> Offre | None:
    """« le garage de langon a 1km vous m'avez dit, c'est combien »: whatever else is said."""
    ou = ou_est_dite(texte)
    notes = [(_note(situee, texte, dits, ou, connue=connue), situee[0]) for situee in situees]
    return _la_mieux([(note, offre) for note, offre in notes if note >= ASSEZ], montrees, texte)


def _note(situee: Situee, texte: str, dits: Sequence[str], ou: OuDite, *, connue: bool) -> int:
    offre, km = situee
    place = ou.a_la_ville(offre) + 2 * ou.a_la_distance(km)
    nomme, en_tout = (_combien(nom, dits) for nom in (_sans_moment(offre), nom_propre(offre)))
    en_entier = nomme > 1 and dit_en_entier(offre.nom, texte)
    precisee = place or en_tout > nomme
    if (en_entier or (nomme and precisee and _article_devant(offre, texte))) and not ou.ailleurs_que(offre):
        return en_tout + place
    vague = not connue or _CHERCHE.search(plier(texte)) is not None
    en_parle = place and (nomme or ou.besoin_de(offre) or mots_communs(offre.nom, texte))
    return ASSEZ + place if en_parle and (ou.a_la_distance(km) or not vague) else 0


def _article_devant(offre: Offre, texte: str) -> bool:
    """« la crèche », « la petite crèche », not « pour la crèche »."""
    mots = plier(texte)
    return any(
        re.search(rf"(?<!pour )(?<!pr )(?<!passer )\b{_ARTICLE} (?:\w+ )?{re.escape(plier(mot))}\b", mots)
        for mot in mots_pleins(texte)
        if _combien(_sans_moment(offre), [mot])
    )


def _la_mieux(notees: Sequence[tuple[int, Offre]], montrees: Sequence[Offre], texte: str) -> Offre | None:
    meilleure = max((note for note, _ in notees), default=0)
    nommees = [offre for note, offre in notees if note == meilleure > 0]
    ici = [offre for offre in nommees if offre.id in {montree.id for montree in montrees}]
    return _la_seule(nommees) or _la_seule(ici) or offre_citee(nommees, texte)


def _sans_moment(offre: Offre) -> str:
    """« le soir » names no « Garde tôt le matin ou le soir »."""
    return " ".join(mot for mot in mots_pleins(nom_propre(offre)) if not est_un_moment(mot))


def _dit_tout(offre: Offre, dits: Sequence[str]) -> bool:
    return _combien(" ".join(dits), mots_pleins(f"{offre.nom} {offre.commune}")) == len(dits)


def _combien(libelle: str, dits: Sequence[str]) -> int:
    """How many words of `libelle` are said."""
    return sum(any(sonnent_pareil(sien, mot) for mot in dits) for sien in mots_pleins(libelle))


def _la_seule(offres: Sequence[Offre]) -> Offre | None:
    return offres[0] if len(offres) == 1 else None
