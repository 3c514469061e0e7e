"""The next list, out of the one before and what was said of it."""

import re
from dataclasses import dataclass, replace

from assistant.offres.demande_en_cours import Recherche
from assistant.offres.detail import nom_court
from assistant.offres.distances import distance_km
from assistant.offres.filtres import Filtres
from assistant.offres.lieux import Lieu, trouver_lieu
from assistant.offres.lieux_dits import LieuxDits, lire_lieux
from assistant.offres.moments import Moment, a_lieu, moment_refuse
from assistant.offres.mots import plier
from assistant.offres.proposition import Proposition, rien
from assistant.offres.rejet import offres_refusees, voeux_des_manques
from assistant.offres.suite_lue import PLUS_PRES, Voeu, lire_suite
from assistant.offres.tables import Offre

SANS_PAYER = {Voeu.GRATUIT, Voeu.MOINS_CHER}  # « c trop cher »: what is free is the only price known
PLUS_PRES_KM = 15  # « plus près » when no distance was shown
A_PIED_KM = 5
UN_PEU_MOINS_KM = 0.1
_A_PIED = re.compile(r"\b(?:a pieds?|en marchant)\b")


@dataclass(frozen=True)
class Montrees:
    """The list a person has before them, with the distance of each in km, and the one last spoken of."""

    offres: tuple[tuple[Offre, float | None], ...]
    choisie: str | None

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(offre.id for offre, _ in self.offres)

    @property
    def la_plus_proche(self) -> tuple[Offre, float] | None:
        situees = [(offre, km) for offre, km in self.offres if km is not None]
        return min(situees, key=lambda situee: situee[1], default=None)

    @property
    def trop_loin_km(self) -> float | None:
        """How far the one last spoken of is, else the nearest."""
        de_la_choisie = [km for offre, km in self.offres if offre.id == self.choisie]
        proche = self.la_plus_proche
        return de_la_choisie[0] if de_la_choisie else proche[1] if proche else None

    def refusees(self, mots: str) -> frozenset[str]:
        """Those that the words name only to turn them away."""
        return offres_refusees(mots, [offre for offre, _ in self.offres])

    def au(self, moment: Moment) -> frozenset[str]:
        """Those that take place then."""
        return frozenset(offre.id for offre, _ in self.offres if a_lieu(offre, moment))

    def a(self, lieu: Lieu) -> frozenset[str]:
        """Those of a town."""
        return frozenset(offre.id for offre, _ in self.offres if offre.commune == lieu.nom)


def suivre(avant: Recherche, mots: str, vues: Montrees, chez_soi: Lieu | None, tour: str | None) -> Recherche:
    """`avant` with what the words add or change; `tour`: the turn that says them."""
    lue, lieux = lire_suite(mots), lire_lieux(mots, chez_soi)
    voeux = lue.voeux | voeux_des_manques(mots)
    suivie = _ailleurs(avant, lue.reste, lieux, chez_soi, tour).sans(vues.refusees(mots))
    if Voeu.PARTOUT in voeux:
        suivie = replace(suivie, lieu=None, lieu_dit_au=None, partout=True).avec(rayon_km=None)
    if Voeu.CHEZ_MOI in voeux and chez_soi and suivie.lieu != chez_soi:
        suivie = replace(suivie, lieu=chez_soi, lieu_dit_au=None, partout=False).avec(rayon_km=None)
    elif lieux.refuse and suivie.lieu and not lieux.refusent(suivie.lieu):
        suivie = _en_deca(suivie, suivie.lieu, lieux.refuse, vues)
    elif suivie.lieu == avant.lieu and voeux & PLUS_PRES:
        suivie = _plus_pres(suivie, vues)
    if _A_PIED.search(plier(mots)) and suivie.lieu:
        suivie = suivie.avec(rayon_km=min(suivie.filtres.rayon_km or A_PIED_KM, A_PIED_KM))
    if Voeu.AUTRES in voeux:
        suivie = suivie.sans(vues.ids)
    if moment := moment_refuse(mots):
        suivie = suivie.sans(vues.au(moment))
    return suivie.avec(
        gratuit=suivie.filtres.gratuit or bool(voeux & SANS_PAYER),
        en_ligne=(suivie.filtres.en_ligne or Voeu.EN_LIGNE in voeux) and Voeu.SUR_PLACE not in voeux,
        sur_place=(suivie.filtres.sur_place or Voeu.SUR_PLACE in voeux) and Voeu.EN_LIGNE not in voeux,
    )


def ce_qui_manque(suivie: Recherche, avant: Recherche, mots: str, vues: Montrees) -> Proposition:
    """Says what there is none of: nothing nearer, nothing free, nothing else."""
    voeux = lire_suite(mots).voeux | voeux_des_manques(mots)
    trop_loin = voeux & PLUS_PRES or lire_lieux(mots).refuse
    if trop_loin and suivie.lieu == avant.lieu and (proche := vues.la_plus_proche):
        offre, km = proche
        return rien(avant, "offres_rien_de_plus_pres", offre=nom_court(offre), km=str(max(1, round(km))))
    sans = ((Voeu.EN_LIGNE, "en_ligne"), (Voeu.GRATUIT, "gratuit"), (Voeu.MOINS_CHER, "gratuit"))
    for voeu, quoi in (*sans, (Voeu.AUTRES, "autres")):
        if voeu in voeux:
            return rien(avant, f"offres_rien_{quoi}")
    if moment_refuse(mots) or suivie.filtres.sauf != avant.filtres.sauf:
        return rien(avant, "offres_rien_autres")
    return rien(suivie, "offres_rien_ici" if suivie.lieu else "offres_rien")


def _ailleurs(
    avant: Recherche, reste: str, lieux: LieuxDits, chez_soi: Lieu | None, tour: str | None
) -> Recherche:
    """« et a libourne ? »: everything is open again there; a town refused leaves home."""
    if lieux.refuse is None:
        voulu = lieux.voulu if reste and trouver_lieu(reste, chez_soi) else None
    else:
        voulu = lieux.voulu or (chez_soi if lieux.refusent(avant.lieu) else None)
    if voulu is None and lieux.refusent(avant.lieu):
        return replace(avant, lieu=None, lieu_dit_au=None).avec(rayon_km=None)
    if voulu is None or voulu == avant.lieu:
        return avant
    la = replace(avant, lieu=voulu, lieu_dit_au=None if voulu == chez_soi else tour, partout=False)
    return la.avec(rayon_km=None, en_ligne=False, sauf=Filtres().sauf)


def _en_deca(suivie: Recherche, lieu: Lieu, refuse: Lieu, vues: Montrees) -> Recherche:
    """Nearer than the town refused; what was shown there never again."""
    km = distance_km(lieu, refuse.latitude, refuse.longitude)
    plus_pres = suivie if km is None else suivie.avec(rayon_km=max(UN_PEU_MOINS_KM, km - UN_PEU_MOINS_KM))
    return plus_pres.sans(vues.a(refuse))


def _plus_pres(suivie: Recherche, vues: Montrees) -> Recherche:
    """Nearer than what was too far; first of all near what, when no place was given."""
    if suivie.lieu is None:
        return replace(suivie, partout=False)
    km = vues.trop_loin_km
    plus_pres = suivie.avec(
        rayon_km=PLUS_PRES_KM if km is None else max(UN_PEU_MOINS_KM, km - UN_PEU_MOINS_KM)
    )
    return plus_pres.sans(frozenset({vues.choisie}) if vues.choisie else vues.ids)
