"""What a remark on the offers shown turns away, and what it wants instead: « les vignes c mort »,
« 18 km c trop loin », « pas d'ordinateur, le français ».

Of what is shown, a thing lacked is a reason and no need: « j'ai pas internet » looks for no computer.
"""

import re
from collections.abc import Iterable

from assistant.offres.besoins import besoins_de, famille, repondent
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.offres.mots import plier
from assistant.offres.refus import sans_les_refus
from assistant.offres.ressemblance import mots_communs
from assistant.offres.suite_lue import PLUS_PRES, Voeu, lire_suite, mots_de_poids
from assistant.offres.tables import Offre

MOBILITE = "mobilite"
_COUPE = re.compile(
    r"[.,;!?()\n]+|\s(?=(?:mais|enfin|moi (?:c|ces|cest|je|j|c[' ]est))\b)|(?<=rien a voir)\s(?!avec)",
    re.IGNORECASE,
)
_DETERMINANTS = r"(?:(?:sur|de|d|du|la|le|l|les|une?|des|ce|cette|mon|ma|mes|trop|tro)\s+)*"
_MANQUE = re.compile(  # « y a pas une formation ? » asks for one, « j'ai pas de voiture » only lacks it
    r"(?P<demande>\b(?:y ?a|y ?aurai[st]?|aurai[st]?|avez|auriez|existe|trouve|pourquoi|pk|connai\w*)\s+)?"
    r"(?P<manque>\b(?:ai|jai|g|gai|avons|a|sans|plus)\s+)?"
    r"\b(?:(?:pas|pa|ni|aucune?|laiss\w+|rien a voir avec|marre)\s+|(?<=sans )|(?<=plus ))"
    r"(?!(?:trop |si |tro )?(?:ch(?:er|ere|ers)|loin|l1|pres|pret|proche|mal|grave|encore|du tout|moins"
    r"|compri\w*|d infos?|de choix|d autres?|tard|que?)\b)"
    rf"(?P<besoin>besoin (?:de |d )?)?(?P<quoi>{_DETERMINANTS}\w+)"
)
_REFUSE = re.compile(
    r"\b(?:mort|merci non|ras le bol|pas pour moi|bof)\b|\b(?:no+n|nn+|na+n)$|\brien a voir\b"
    r"|\b(?:veu[xt]?|vx|jveux?|peu[xt]?|jpeux?|aime|interesse|dit|vais|vai|jy vais|irai) (?:pas|pa|plus)\b"
)
_CONDITION = re.compile(r"(?:(?:enfin|mais|et|bon|sauf) )*(?:si|s il|sauf|quand|a condition)\b")
_UN_VEHICULE = r"(?:voitur\w*|caisse|bagnole|vehicule|permis?|scooter|velo|bus|train|transports?|essence)"
_SANS_VEHICULE = re.compile(rf"\b(?:pas|pa|plus|sans|ni) {_DETERMINANTS}{_UN_VEHICULE}\b")
_SANS_ORDINATEUR = re.compile(
    rf"\b(?:pas|pa|plus|sans|ni) {_DETERMINANTS}(?:ordi\w*|pc|internet|wifi|connexion|smartphone)\b"
)
_DEMANDE = re.compile(
    r"\b(?:(?:trucs?|choses?|qqch|qqchose|kekchose) (?:pour|pr)"
    r"|aides? (?:pour|pr) (?:l[ae]s?|m[aoe]ns?|mes|l|un)"
    r"|j ?cherch\w*|besoin|me faut|me fo)\b"
)
_REDONNE = re.compile(r"\b(?:re(?:donn|met|envoi|voi|vien|fai|list)\w*|encore la liste|la liste)\b")
_REDIT = re.compile(r"\b(?:ai|jai|je vous|jvous|vous ai|vs ai|t ai) (?:deja )?di[ts]?\b|\bmeme chose\b")


def clauses(texte: str) -> list[str]:
    """Folded, in their order."""
    return [plie for partie in _COUPE.split(texte) if (plie := plier(partie))]


def ce_qui_est_voulu(texte: str) -> str:
    """`texte` without what it refuses or lacks: « pas d'ordinateur, le français » → « le francais »."""
    gardees = (_MANQUE.sub(_efface, dite) for dite in clauses(texte) if not _refuse_tout(dite))
    return ", ".join(dite for dite in map(str.strip, gardees) if dite)


def ce_qui_est_accepte(texte: str) -> str:
    """« je m'inscris, enfin si on peut y aller en train »: without what is only a condition."""
    dites = [dite for dite in ce_qui_est_voulu(texte).split(", ") if not _CONDITION.match(dite)]
    return ", ".join(dites)


def offres_refusees(texte: str, montrees: Iterable[Offre]) -> frozenset[str]:
    """Those named to be turned away, and not asked for more than that."""
    refuses, voulu = " ".join(_refus(texte)), ce_qui_est_voulu(texte)
    nommees = ((offre, mots_communs(offre.nom, refuses)) for offre in montrees)
    return frozenset(offre.id for offre, note in nommees if note and note >= mots_communs(offre.nom, voulu))


def objecte(texte: str) -> bool:
    """Whether what is shown does not suit."""
    voeux = lire_suite(texte).voeux | voeux_des_manques(texte)
    redit = _REDIT.search(plier(texte)) is not None
    return bool(voeux & {Voeu.AUTRES, Voeu.PARTOUT, *PLUS_PRES}) or redit or any(_refus(texte))


def voeux_des_manques(texte: str) -> frozenset[Voeu]:
    """« j'ai pas de voiture » wishes for nearer, « pas d'ordinateur » for a place with people."""
    mots = plier(texte)
    lus = ((Voeu.MOINS_LOIN, _SANS_VEHICULE), (Voeu.SUR_PLACE, _SANS_ORDINATEUR))
    return frozenset(voeu for voeu, motif in lus if motif.search(mots))


def redemande(texte: str, besoin: str) -> bool:
    """« redonnez la liste », or `besoin` in the same words: what was shown is asked for again."""
    dits = set(mots_de_poids(texte).split())
    return _REDONNE.search(plier(texte)) is not None or bool(dits) and dits <= set(plier(besoin).split())


def meme_besoin(texte: str, besoin: str) -> bool:
    """Whether what is wanted is named, and as `besoin` did."""
    return _se_recoupent(besoins_de(ce_qui_est_voulu(texte)), besoins_de(besoin))


def demande_un_autre_besoin(texte: str, besoin: str) -> bool:
    """Whether a remark on what was found for `besoin` plainly asks for something else."""
    reste = lire_suite(ce_qui_est_voulu(sans_les_refus(texte))).reste
    if dits := besoins_de(reste):
        return not _se_recoupent(dits, besoins_de(besoin))
    demande = _DEMANDE.search(plier(texte)) is not None
    return demande and not set(reste.split()) <= set(plier(besoin).split()) and se_dit_clairement(reste)


def parle_d_autre_chose(texte: str, montrees: Iterable[Offre]) -> bool:
    """« pour manger ce soir j'ai rien » after nannies: what it plainly needs, none shown answers; how one
    travels is only a reason.
    """
    dits = besoins_de(ce_qui_est_voulu(sans_les_refus(texte)))
    voulus = {un for un in dits if "--" in un and famille(un) != MOBILITE}
    proposees = [offre.thematiques for offre in montrees]
    return bool(voulus and proposees) and not any(repondent(themes, voulus) for themes in proposees)


def _se_recoupent(dits: set[str], avant: set[str]) -> bool:
    """« permis de voiture » is the licence said before, « du ménage » the work."""
    precis, deja = ({un for un in besoins if "--" in un} for besoins in (dits, avant))
    if precis and deja:
        return bool(precis & deja)
    return bool({famille(un) for un in dits} & {famille(un) for un in avant})


def _refus(texte: str) -> list[str]:
    """The parts that turn something away."""
    entieres = [dite for dite in clauses(texte) if _refuse_tout(dite)]
    manques = (trouve for dite in clauses(texte) for trouve in _MANQUE.finditer(dite))
    sans = (un["quoi"] for un in manques if un["besoin"] or not (un["demande"] or un["manque"]))
    return entieres + list(sans)


def _refuse_tout(clause: str) -> bool:
    return _REFUSE.search(clause) is not None and not _MANQUE.search(clause)


def _efface(manque: re.Match[str]) -> str:
    return manque[0] if manque["demande"] else " "
