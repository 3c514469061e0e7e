"""/catalogue: for staff, the search the dialogue makes, why it found what it found, and what is amiss."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from api.offres.acces import staff_only
from api.offres.controle import a_revoir, notes_dites, notes_par_offre
from api.offres.fiche import fiche
from api.offres.recherche_du_personnel import MONTREES, Criteres, criteres, erreur, propre, trouver
from api.offres.rendu import page
from assistant.clock import now
from assistant.database import transaction
from assistant.offres.liens import lien_de
from assistant.offres.tables import Offre
from assistant.settings import settings

router = APIRouter(prefix="/catalogue", dependencies=[Depends(staff_only)])


@router.get("")
def recherche(demande: Annotated[Criteres, Depends(criteres)]) -> Response:
    avis = erreur(demande)
    if avis or demande.vides:
        return page("catalogue.html", 422 if avis else 200, demande=demande, avis=avis, trouvailles=None)
    maintenant = now()
    with transaction() as session:
        trouvailles = trouver(session, demande, maintenant)
        return page(
            "catalogue.html",
            demande=demande,
            avis=None,
            trouvailles=trouvailles,
            notes=notes_par_offre([r.trouvee.offre for r in trouvailles.resultats], maintenant),
            limite=MONTREES,
        )


@router.get("/offre")
def offre(id: str = "") -> Response:  # noqa: A002 - the name in the address
    """Everything known of one offer, and the short link one may give."""
    maintenant = now()
    with transaction() as session:
        trouvee = session.get(Offre, propre(id))
        if trouvee is None:
            return page("catalogue_absente.html", 404)
        return page(
            "catalogue_offre.html",
            fiche=fiche(trouvee, maintenant),
            notes=notes_dites(trouvee, maintenant),
            lien=None if trouvee.retiree_le else lien_de(session, trouvee.id, maintenant),
            jours=settings().offer_link_days,
            code=None,
            jalon=None,
        )


@router.get("/a-revoir")
def offres_a_revoir(note: str = "", rang: str = "") -> Response:
    with transaction() as session:
        return page("a_revoir.html", liste=a_revoir(session, propre(note), rang, now()))
