"""« À Bordeaux ? mais j'habite Libourne, j'ai pas de voiture »: where they would go, or no journey at all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from assistant.offres.mots import plier
from assistant.parcours.agenda.creneaux import creneaux_libres
from assistant.parcours.agenda.propositions import Proposition
from assistant.parcours.agenda.souhaits import Souhait
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import Creneau, Mode, RendezVous

_PLUS_PRES = re.compile(
    r"\b(?:plus pre[ts]|plus proche (?:de|d|chez)|trop loin|loin de (?:chez|la maison)|a cote de chez"
    r"|(?:pas|plus|pa|sans) (?:d |de )?(?:voiture|permis|vehicule|scooter|moyen\w*|transports?|essence))\b"
)


def trop_loin(texte: str, proposes: Sequence[Creneau], qui: Allocataire) -> bool:
    """Whether they say so of a list with places elsewhere, or ask for their own town."""
    mots, chez_eux = plier(texte), plier(qui.commune)
    ailleurs = {plier(c.structure.commune) for c in proposes if c.mode is Mode.SUR_PLACE} - {chez_eux}
    refuse = any(re.search(rf"\b(?:pas|pa|non) (?:a |sur )?{re.escape(lieu)}\b", mots) for lieu in ailleurs)
    chez_soi = re.search(rf"\b{re.escape(chez_eux)}\b", mots) is not None
    return bool(ailleurs) and (refuse or chez_soi or _PLUS_PRES.search(mots) is not None)


def plus_pres(
    session: Session,
    qui: Allocataire,
    souhait: Souhait | None,
    maintenant: datetime,
    quitte: RendezVous | None = None,
) -> tuple[Proposition, str] | None:
    """Slots in their own town, else calls, and the text that says so; None when there are neither."""
    voulu = replace(souhait or Souhait(), par_telephone=None)
    sur_place = replace(voulu, commune=qui.commune)
    appels = [replace(v, par_telephone=True) for v in (voulu, Souhait(voulu.moment.limites))]
    for essai, cle in (
        (sur_place, "creneaux_proposes"),
        *((appel, "creneaux_pas_plus_pres") for appel in appels),
    ):
        if libres := creneaux_libres(session, qui, maintenant, essai, quitte):
            return Proposition(libres), cle
    return None
